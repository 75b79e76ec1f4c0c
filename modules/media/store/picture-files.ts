import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { RenderedPicture } from '../render-picture.ts'

const PICTURE_FOLDER = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function folderOf(dataDir: string): string {
  return join(dataDir, 'media')
}

/**
 * Writes the renditions to `<data>/media/<id>/<width>.webp`. The folder appears at once and whole, and is on disk
 * when this returns.
 */
export async function writeRenditions(
  dataDir: string,
  id: string,
  renditions: RenderedPicture['renditions'],
): Promise<void> {
  const parent = folderOf(dataDir)
  const building = join(parent, `.building-${id}`)
  await mkdir(building, { recursive: true, mode: 0o750 })
  try {
    for (const { width, bytes } of renditions) await writeSynced(join(building, `${width}.webp`), bytes)
    await syncFolder(building)
    await rename(building, join(parent, id))
    await syncFolder(parent)
  } catch (error) {
    await rm(building, { recursive: true, force: true })
    throw error
  }
}

/** One rendition's bytes; null when there is none. `id` must have been checked to be a UUID. */
export async function readRendition(
  dataDir: string,
  id: string,
  width: number,
): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(join(folderOf(dataDir), id.toLowerCase(), `${width}.webp`))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Removes a picture's files; no matter when there are none. */
export async function removeRenditions(dataDir: string, id: string): Promise<void> {
  await rm(join(folderOf(dataDir), id), { recursive: true, force: true })
}

/** Folders of pictures, and half-built ones, last touched before the given moment. */
export async function foldersOlderThan(
  dataDir: string,
  moment: Date,
): Promise<{ pictures: string[]; building: string[] }> {
  const names = await readdir(folderOf(dataDir)).catch(() => [])
  const pictures: string[] = []
  const building: string[] = []
  for (const name of names) {
    const found = await stat(join(folderOf(dataDir), name)).catch(() => null)
    if (found === null || found.mtime >= moment) continue
    if (PICTURE_FOLDER.test(name)) pictures.push(name)
    else if (name.startsWith('.building-')) building.push(name)
  }
  return { pictures, building }
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
