import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** The SQL files of a module, `NNNN-name.sql` from 0001 on. A module may have several such folders. */
export type MigrationSource = { module: string; directory: URL }

export type MigrationFile = {
  readonly module: string
  readonly name: string
  readonly text: string
  /** Of the text with LF line ends, so that a checkout on Windows agrees. */
  readonly sha256: string
  /** Every file of its folder up to and including this one comes before the next. */
  readonly folder: string
}

const fileName = /^(\d{4})-[a-z0-9]+(-[a-z0-9]+)*\.sql$/
const moduleName = /^[a-z][a-z0-9_]*$/
const reserved = new Set(['public', 'information_schema'])

/** Each file runs in a transaction together with its bookkeeping; ending it early would break the two apart. */
const transactionControl = /^\s*(begin|commit|rollback|end|start\s+transaction)(\s+(work|transaction))?\s*;/im

/**
 * All files, in the order in which they are applied: the sources' own order, then the numbers.
 * @throws for a gap, a duplicate or a wrong name, naming the file
 */
export async function readMigrations(sources: readonly MigrationSource[]): Promise<MigrationFile[]> {
  const files: MigrationFile[] = []
  for (const source of sources) files.push(...(await readSource(source)))
  const seen = new Set<string>()
  for (const { module, name } of files) {
    const key = `${module}/${name}`
    if (seen.has(key)) throw new Error(`migration ${key} exists twice`)
    seen.add(key)
  }
  return files
}

async function readSource({ module, directory }: MigrationSource): Promise<MigrationFile[]> {
  if (!moduleName.test(module) || module.startsWith('pg_') || reserved.has(module)) {
    throw new Error(`migrations: ${module} cannot be the name of a schema`)
  }
  const folder = fileURLToPath(directory.href.endsWith('/') ? directory : new URL(`${directory.href}/`))
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const files: MigrationFile[] = []
  for (const [index, name] of names.entries()) {
    const number = Number(fileName.exec(name)?.[1])
    if (Number.isNaN(number)) throw new Error(`migration ${module}/${name}: the name is not NNNN-name.sql`)
    const expected = index + 1
    if (number > expected)
      throw new Error(`migration ${module}/${name}: number ${padded(expected)} is missing before it`)
    if (number < expected)
      throw new Error(`migration ${module}/${name}: number ${padded(number)} exists twice`)
    const text = (
      await readFile(new URL(name, new URL(`${directory.href.replace(/\/$/, '')}/`)), 'utf8')
    ).replaceAll('\r\n', '\n')
    if (transactionControl.test(text))
      throw new Error(`migration ${module}/${name}: a migration does not begin or end transactions`)
    const sha256 = createHash('sha256').update(text).digest('hex')
    files.push({ module, name, text, sha256, folder })
  }
  return files
}

function padded(number: number): string {
  return String(number).padStart(4, '0')
}
