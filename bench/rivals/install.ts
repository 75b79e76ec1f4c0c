import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { environment } from '../../platform/config/environment.ts'
import type { Bench } from './contestant.ts'
import { runProgram } from './program.ts'

/** Packages that others depend on are taken as they were on this day, so that every run measures the same. */
const AS_OF = '2026-10-20'

/**
 * Copies a rival's folder from here into the cache and installs its packages there; they never become part of this
 * project. Answers the folder, and a name for its data that changes when what is in the folder does.
 */
export async function installRival(
  bench: Bench,
  name: string,
): Promise<{ folder: string; database: string }> {
  const source = fileURLToPath(new URL(`./${name}/`, import.meta.url))
  const folder = join(bench.cache, name)
  await mkdir(folder, { recursive: true })
  const wanted = await readFile(join(source, 'package.json'), 'utf8')
  const mark = join(folder, 'installed.json')
  const installed = await readFile(mark, 'utf8').catch(() => '')
  await cp(source, folder, { recursive: true })
  if (installed !== wanted + AS_OF) {
    const log = join(bench.cache, `${name}-install.log`)
    await rm(log, { force: true })
    const args = [
      'install',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--no-package-lock',
      `--before=${AS_OF}`,
    ]
    await runProgram('npm', { args, cwd: folder, env: wayToPackages() }, log)
    await writeFile(mark, wanted + AS_OF)
  }
  return { folder, database: `${name}_${await digestOf(source, bench.productsFile)}` }
}

// Not the whole environment: `npm run` leaves variables in it that speak of this project.
function wayToPackages(): Record<string, string> {
  const names = /^(https?_proxy|no_proxy|node_extra_ca_certs|npm_config_(registry|userconfig|cache))$/i
  const found = Object.entries(environment()).filter(([name]) => names.test(name))
  return Object.fromEntries(found.map(([name, value]) => [name, value ?? '']))
}

async function digestOf(source: string, productsFile: string): Promise<string> {
  const hash = createHash('sha256')
  for (const file of (await readdir(source)).sort()) hash.update(await readFile(join(source, file)))
  return hash
    .update(await readFile(productsFile))
    .digest('hex')
    .slice(0, 12)
}
