import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Part, Storage } from './storage.ts'

/** Keeps files below the data folder, as `<area>/<id>/<name>`. A folder appears at once and whole, and is on disk then. */
export function localFolder(dataDir: string): Storage {
  return {
    async put(area, id, files) {
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
    },
    async read(area, id, name, part) {
      const path = join(dataDir, area, id, name)
      try {
        return part === undefined ? await readFile(path) : await readPart(path, part)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
    remove: (area, id) => rm(join(dataDir, area, id), { recursive: true, force: true }),
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
  }
}

/** What is there under an id was made of the same bytes. */
async function takenAlready(error: unknown, building: string): Promise<void> {
  const { code } = error as NodeJS.ErrnoException
  if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'EPERM') throw error
  await rm(building, { recursive: true, force: true })
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
