import { existsSync, globSync } from 'node:fs'
import { join, relative } from 'node:path'
import { bin, capture, root, type Outcome } from './run.ts'

const frontEnds = ['apps/storefront', 'apps/admin']
const projects = ['.', 'ui/kit', 'ui/client', ...frontEnds]

async function checkProject(project: string): Promise<Outcome> {
  const folder = join(root, project)
  if (frontEnds.includes(project) && existsSync(join(folder, 'react-router.config.ts'))) {
    const generated = await capture(bin('react-router'), ['typegen'], folder)
    if (!generated.ok) return generated
  }
  const sources = globSync('**/*.{ts,tsx}', { cwd: folder, exclude: ['**/node_modules', '**/build'] })
  if (!sources.length) return { ok: true, output: '' }
  return await capture(bin('tsc'), ['--noEmit', '-p', relative(root, folder) || '.'])
}

/** Checks the types of the server side and of each front end package; two compilers at a time. */
export async function checkTypes(): Promise<Outcome> {
  const queue = [...projects]
  const outcomes: Outcome[] = []
  async function work() {
    for (let project = queue.shift(); project !== undefined; project = queue.shift()) {
      outcomes.push(await checkProject(project))
    }
  }
  await Promise.all([work(), work()])
  return {
    ok: outcomes.every((outcome) => outcome.ok),
    output: [...new Set(outcomes.flatMap((outcome) => outcome.output.split('\n')))].join('\n').trim(),
  }
}

if (import.meta.main) {
  const { ok, output } = await checkTypes()
  if (output) console.log(output)
  process.exitCode = ok ? 0 : 1
}
