import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const skipped = new Set(['node_modules', 'build', '.react-router', '.git', 'coverage', 'dist'])

/** Paths, relative to `root` and with forward slashes, of the files below `under` that are written by people. */
export function sourceFiles(root: string, under = ''): string[] {
  const found: string[] = []
  for (const entry of readdirSync(join(root, under), { withFileTypes: true })) {
    const path = under ? `${under}/${entry.name}` : entry.name
    if (skipped.has(entry.name) || path === 'data') continue
    if (entry.isDirectory()) found.push(...sourceFiles(root, path))
    else if (entry.isFile()) found.push(path)
  }
  return found.sort()
}

/** Names of the modules: the folders below `modules/` that have a package.json. */
export function moduleNames(root: string): string[] {
  const names = new Set<string>()
  for (const path of sourceFiles(root, 'modules')) {
    const match = /^modules\/([^/]+)\/package\.json$/.exec(path)
    if (match?.[1]) names.add(match[1])
  }
  return [...names]
}
