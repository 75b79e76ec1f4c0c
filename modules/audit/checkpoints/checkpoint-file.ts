import { chmod, mkdir, open, readFile, rename, truncate } from 'node:fs/promises'
import { platform } from 'node:os'
import { dirname, join } from 'node:path'

/** Where checkpoints are kept, outside the database. */
export function checkpointPath(dataDir: string): string {
  return join(dataDir, 'audit', 'checkpoints.jsonl')
}

/** The whole lines of the file; none when there is no file. A line that was cut short by a crash was never said. */
export async function readLines(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return ''
    throw error
  })
  const lines = text.split('\n')
  lines.pop()
  return lines
}

const TAIL_BYTES = 65_536

/** The last whole line; null when there is none. */
export async function readLastLine(path: string): Promise<string | null> {
  const tail = await readTail(path)
  const end = tail.lastIndexOf('\n')
  if (end < 0) return null
  return tail.slice(tail.lastIndexOf('\n', end - 1) + 1, end)
}

/** Adds a line; it is on the disk when this answers. */
export async function appendLine(path: string, line: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await dropTornLine(path)
  const file = await open(path, 'a', 0o600)
  try {
    await file.appendFile(`${line}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await syncFolder(dirname(path))
}

/** Puts the file aside, under a name of the moment, and writes these lines in its place. */
export async function replaceLines(path: string, lines: readonly string[], now: Date): Promise<void> {
  await rename(path, `${path}.${now.toISOString().replaceAll(':', '')}`).catch((error: unknown) => {
    if (!isMissing(error)) throw error
  })
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(lines.map((line) => `${line}\n`).join(''))
    await file.sync()
  } finally {
    await file.close()
  }
  await chmod(path, 0o600)
  await syncFolder(dirname(path))
}

async function dropTornLine(path: string): Promise<void> {
  const tail = await readTail(path)
  if (tail === '' || tail.endsWith('\n')) return
  const torn = Buffer.byteLength(tail.slice(tail.lastIndexOf('\n') + 1))
  const file = await open(path, 'r')
  const { size } = await file.stat().finally(() => file.close())
  await truncate(path, size - torn)
}

async function readTail(path: string): Promise<string> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })
  if (file === null) return ''
  try {
    const { size } = await file.stat()
    const length = Math.min(size, TAIL_BYTES)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}

// The name of a new file must survive a power cut, too. Windows cannot open folders.
async function syncFolder(folder: string): Promise<void> {
  if (platform() === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === 'ENOENT'
}
