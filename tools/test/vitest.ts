import { spawn } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bin, root } from '../run.ts'
import { tallyVitest, type Tally } from './tally.ts'

/** How many test files a folder has. */
export function countFiles(folder: string): number {
  return globSync(`${folder}/**/*.test.ts`, { cwd: root }).length
}

function readReport(file: string) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Parameters<typeof tallyVitest>[0]
  } catch {
    return undefined
  }
}

/** Runs the named vitest projects, showing their output as it comes. */
export async function runVitest(projects: string[], options: { serial: boolean }): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'rampart-test-'))
  const file = join(folder, 'report.json')
  const args = ['run', '--passWithNoTests', '--silent=passed-only', '--reporter=default', '--reporter=json']
  args.push(`--outputFile.json=${file}`, ...projects.map((project) => `--project=${project}`))
  if (options.serial) args.push('--no-file-parallelism')
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      const child = spawn(process.execPath, [bin('vitest'), ...args], {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
      })
      child.on('error', reject)
      child.on('close', resolve)
    })
    return tallyVitest(readReport(file), exitCode)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
