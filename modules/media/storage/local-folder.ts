import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { StorageError } from './storage-error.ts'
import type { Part, Probe, Storage } from './storage.ts'

/** Keeps files below the data folder, as `<area>/<id>/<name>`. A folder appears at once and whole, and is on disk then. */
export function localFolder(dataDir: string): Storage {
  return {
    put: (area, id, files) =>
      heard('keep a file', async () => {
        const parent = join(dataDir, area)
        // Two may build the same at once, each its own.
        const building = join(parent, `.building-${newId()}`)
        await mkdir(building, { recursive: true, mode: 0o750 })
        try {
          for (const { name, bytes } of files) await writeSynced(join(building, name), bytes)
          await syncFolder(building)
          await rename(building, join(parent, id)).catch((error: unknown) => takenAlready(error, building))
          await syncFolder(parent)
        } catch (error) {
          await rm(building, { recursive: true, force: true })
          throw error
        }
      }),
    add: (area, id, files) =>
      heard('keep a file', async () => {
        const folder = join(dataDir, area, id)
        for (const { name, bytes } of files) {
          const building = join(dataDir, area, `.building-${newId()}`)
          await writeSynced(building, bytes)
          await rename(building, join(folder, name)).catch((error: unknown) => goneMeanwhile(error, building))
        }
        await syncFolder(folder)
      }),
    read: (area, id, name, part) =>
      heard('read a file', async () => {
        const path = join(dataDir, area, id, name)
        try {
          return part === undefined ? await readFile(path) : await readPart(path, part)
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
          throw error
        }
      }),
    remove: (area, id) =>
      heard('remove a file', () => rm(join(dataDir, area, id), { recursive: true, force: true })),
    async olderThan(area, moment) {
      const parent = join(dataDir, area)
      const names = await readdir(parent).catch(() => [])
      const old: string[] = []
      for (const name of names) {
        const found = await stat(join(parent, name)).catch(() => null)
        if (found !== null && found.mtime < moment) old.push(name)
      }
      return old
    },
    probe: () => probeFolder(dataDir),
  }
}

/** What the system says of a disk that is full, read-only, broken or not for us; everything else is a bug. */
const OF_THE_DISK = new Set([
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EIO',
  'EACCES',
  'EPERM',
  'EMFILE',
  'ENFILE',
  'ENOTDIR',
])
const MAY_PASS = new Set(['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE'])

async function heard<T>(doing: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    throw OF_THE_DISK.has(code) ? new StorageError(doing, code, !MAY_PASS.has(code)) : error
  }
}

/** Writes a file where files are kept, and takes it away again. */
async function probeFolder(dataDir: string): Promise<Probe> {
  const about = { kind: 'folder' as const, place: dataDir }
  const folder = join(dataDir, 'files', `.building-${newId()}`)
  try {
    await mkdir(folder, { recursive: true, mode: 0o750 })
    await writeSynced(join(folder, 'probe'), Buffer.alloc(1))
    await rm(folder, { recursive: true, force: true })
    return { ...about, problem: null }
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    return { ...about, problem: { kind: MAY_PASS.has(code) ? 'unreachable' : 'refused', code } }
  }
}

/** What is there under an id was made of the same bytes. */
async function takenAlready(error: unknown, building: string): Promise<void> {
  const { code } = error as NodeJS.ErrnoException
  if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'EPERM') throw error
  await rm(building, { recursive: true, force: true })
}

async function goneMeanwhile(error: unknown, building: string): Promise<void> {
  await rm(building, { force: true })
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
}

async function readPart(path: string, { from, length }: Part): Promise<Buffer<ArrayBuffer>> {
  const file = await open(path, 'r')
  try {
    const bytes = Buffer.alloc(length)
    const { bytesRead } = await file.read(bytes, 0, length, from)
    return bytes.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o640)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder for this and does not need it.
  const folder = await open(path, 'r').catch(() => null)
  if (folder === null) return
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
