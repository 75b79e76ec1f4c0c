import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import type { Stats } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ServerUser } from './server-user.ts'

/** The nearest folder on the way to `path` that `user` may not pass, by its mode; undefined when there is none. */
export async function blockingFolder(path: string, user: ServerUser): Promise<string | undefined> {
  const folders: string[] = []
  for (let folder = await realpath(path); ; folder = dirname(folder)) {
    folders.unshift(folder)
    if (folder === dirname(folder)) break
  }
  for (const folder of folders) {
    if (!allows(await stat(folder), user, 0o1)) return folder
  }
  return undefined
}

/** Whether `user` may read every file below `folder`, and run what is executable for its owner. */
export async function readableTree(folder: string, user: ServerUser): Promise<boolean> {
  if (!allows(await stat(folder), user, 0o5)) return false
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!(await readableTree(path, user))) return false
    } else if (entry.isFile()) {
      const stats = await lstat(path)
      if (!allows(stats, user, stats.mode & 0o100 ? 0o5 : 0o4)) return false
    }
  }
  return true
}

function allows(stats: Stats, user: ServerUser, bits: number): boolean {
  const shift = stats.uid === user.uid ? 6 : stats.gid === user.gid ? 3 : 0
  return ((stats.mode >> shift) & bits) === bits
}
