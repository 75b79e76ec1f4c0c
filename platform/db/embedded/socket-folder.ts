import { createHash } from 'node:crypto'
import { chmod, chown, lstat, mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ServerUser } from './server-user.ts'

/** In a folder of its own the number only names the socket's file. */
export const socketPort = 5432

/** The kernel's limit is 104 (macOS) or 108 bytes for the whole path of a socket. */
const maxSocketPath = 100

/**
 * A folder for the Unix socket that nobody but the server's user (and root) can enter: the cluster itself, or one
 * under the temporary folder when that path is too long.
 */
export async function socketFolder(cluster: string, user: ServerUser | undefined): Promise<string> {
  if (fits(cluster)) return cluster
  const uid = user?.uid ?? process.getuid?.() ?? 0
  const name = `rampart-${createHash('sha256').update(`${cluster}\n${uid}`).digest('hex').slice(0, 16)}`
  for (const parent of [tmpdir(), '/tmp']) {
    const folder = join(parent, name)
    if (fits(folder)) {
      await makeOwn(folder, uid, user)
      return folder
    }
  }
  throw new Error(`no folder with a path short enough for a Unix socket: ${cluster}`)
}

/** Removes the folder when it is one that `socketFolder` made. */
export async function removeSocketFolder(folder: string, cluster: string): Promise<void> {
  if (folder !== cluster) await rm(folder, { recursive: true, force: true })
}

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${socketPort}`)) < maxSocketPath
}

async function makeOwn(folder: string, uid: number, user: ServerUser | undefined): Promise<void> {
  const made = await mkdir(folder, { mode: 0o700 }).then(
    () => true,
    () => false,
  )
  if (made && user) await chown(folder, user.uid, user.gid)
  if (made) await chmod(folder, 0o700)
  const stats = await lstat(folder)
  // Another process of ours may be between mkdir and chown; its folder is empty and ours by then.
  const ours = stats.uid === uid || (user !== undefined && stats.uid === 0)
  if (!stats.isDirectory() || !ours || stats.mode & 0o077)
    throw new Error(`${folder} belongs to somebody else`)
}
