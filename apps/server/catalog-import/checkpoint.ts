import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** How far an import has come. Written after every batch, so that one that was stopped goes on from there. */
export type Checkpoint = {
  /** Records of the file that are done with, taken or refused. */
  records: number
  created: number
  updated: number
  failed: number
  /** Length of the file of refused rows that belongs to these records. */
  rejects_bytes: number
}

export const START: Checkpoint = { records: 0, created: 0, updated: 0, failed: 0, rejects_bytes: 0 }

/** What tells one import from another: the file and the mapping, byte for byte. */
export async function importId(file: string, mappingText: string): Promise<string> {
  const hash = createHash('sha256').update(mappingText).update('\0')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

export function checkpointPath(dataDir: string, id: string): string {
  return join(dataDir, 'imports', `${id}.json`)
}

/** Where an import stands; its start when it never ran, or ran to its end. */
export async function readCheckpoint(path: string): Promise<Checkpoint> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return START
  try {
    const read = JSON.parse(text) as Partial<Checkpoint>
    return Object.values({ ...START, ...read }).every(Number.isSafeInteger) ? { ...START, ...read } : START
  } catch {
    return START
  }
}

/** Writes a checkpoint so that the file always holds a whole one. */
export async function writeCheckpoint(path: string, checkpoint: Checkpoint): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true, mode: 0o750 })
  const building = `${path}.building`
  const file = await open(building, 'w', 0o640)
  try {
    await file.writeFile(`${JSON.stringify(checkpoint)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(building, path)
}

/** Forgets an import that has come to its end. */
export async function removeCheckpoint(path: string): Promise<void> {
  await rm(path, { force: true })
}
