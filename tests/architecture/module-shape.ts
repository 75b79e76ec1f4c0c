import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { moduleNames } from './source-files.ts'

const longestReadme = 60

function problemsOf(root: string, name: string): string[] {
  const folder = join(root, 'modules', name)
  const problems: string[] = []
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>
  if (manifest['name'] !== `@rampart/${name}`) problems.push(`is not called @rampart/${name}`)
  if (JSON.stringify(manifest['exports']) !== '{".":"./module.ts"}')
    problems.push('exports more than ./module.ts')
  if (manifest['scripts']) problems.push('has scripts of its own')
  if (!existsSync(join(folder, 'module.ts'))) problems.push('has no module.ts')
  const readme = join(folder, 'README.md')
  if (!existsSync(readme)) problems.push('has no README.md')
  else if (readFileSync(readme, 'utf8').trimEnd().split('\n').length >= longestReadme) {
    problems.push(`has a README.md of ${longestReadme} lines or more`)
  }
  return problems
}

/** What keeps a module from having the shape of the house, one line each. */
export function misshapenModules(root: string): string[] {
  return moduleNames(root).flatMap((name) => problemsOf(root, name).map((problem) => `${name} ${problem}`))
}
