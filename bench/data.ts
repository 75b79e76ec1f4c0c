import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { environment } from '../platform/config/environment.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A file of the data that benches use, which is not part of the project. Ends with a sentence where it is missing. */
export function benchData(path: string): string {
  const folder = resolve(root, environment()['RAMPART_DATA'] ?? '../shared/data')
  const file = join(folder, path)
  if (!existsSync(file)) {
    process.stderr.write(
      `This bench needs ${path} in the folder that RAMPART_DATA names (now ${folder}). It is not there.\n`,
    )
    process.exit(2)
  }
  return file
}
