import { randomBytes } from 'node:crypto'
import { chmod, chown, lstat, mkdir, readlink, realpath, rmdir, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { blockingFolder } from './reachable.ts'
import { serverUser } from './server-user.ts'
import type { ServerUser } from './server-user.ts'

/** Where state belongs on a Unix system when it is not in a home. */
const stateFolder = '/var/lib/rampart'

/** Where the cluster is (or will be) and who runs it. The folder's parent exists; the folder itself may not. */
export type ClusterPlace = { readonly folder: string; readonly user: ServerUser | undefined }

/**
 * Normally `dataDir/postgres`. As root with a data folder that the server's user cannot reach (below a 0700 home),
 * the cluster lives in /var/lib/rampart and `dataDir/postgres` is a link to it.
 */
export async function clusterPlace(dataDir: string, log: (message: string) => void): Promise<ClusterPlace> {
  // Node gives the mode to the folders on the way, too; only the last one shall be closed.
  await mkdir(dirname(dataDir), { recursive: true })
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const plain = join(await realpath(dataDir), 'postgres')
  const user = await serverUser(plain)
  const elsewhere = await linkedFolder(plain)
  if (elsewhere !== undefined) return { folder: elsewhere, user }
  if (!user) return { folder: plain, user }

  await letThrough(dataDir, user)
  const blocked = await blockingFolder(dataDir, user)
  if (blocked === undefined) return { folder: plain, user }
  if (await exists(plain)) {
    throw new Error(
      `the system user ${user.name} that runs PostgreSQL cannot enter ${blocked}: move the data folder`,
    )
  }
  const folder = await linkElsewhere(plain, user)
  log(
    `the system user ${user.name} that runs PostgreSQL cannot enter ${blocked}; the database is kept in ${folder}`,
  )
  return { folder, user }
}

// The target's name is random: a data folder that was deleted and made anew must not meet its old database.
async function linkElsewhere(plain: string, user: ServerUser): Promise<string> {
  // What was meant to be temporary stays so.
  const temporary = await realpath(tmpdir())
  const isTemporary = plain.startsWith(`${temporary}/`) && !(await blockingFolder(temporary, user))
  const root = isTemporary ? temporary : stateFolder
  await mkdir(root, { recursive: true, mode: 0o755 })
  const parent = join(root, `rampart-${randomBytes(8).toString('hex')}`)
  await mkdir(parent, { mode: 0o755 })
  const folder = join(parent, 'postgres')
  try {
    await symlink(folder, plain)
    return folder
  } catch (error) {
    await rmdir(parent)
    const rival = await linkedFolder(plain)
    if (rival === undefined) throw error
    return rival
  }
}

async function linkedFolder(plain: string): Promise<string | undefined> {
  const stats = await lstat(plain).catch(() => undefined)
  if (!stats?.isSymbolicLink()) return undefined
  const folder = await readlink(plain)
  // Starting over in silence would look like a shop that lost everything.
  if (!(await exists(dirname(folder)))) {
    throw new Error(
      `${plain} is a link to a database that is gone: ${folder}. Bring it back, or remove the link`,
    )
  }
  return (await realpath(plain).catch(() => undefined)) ?? folder
}

// Only the server's group gets to pass, and only through the data folder itself, which is ours; it sees no names.
async function letThrough(dataDir: string, user: ServerUser): Promise<void> {
  const { mode, uid, gid } = await stat(dataDir)
  if (uid !== 0 || mode & 0o001 || (mode & 0o070 && gid !== user.gid)) return
  await chown(dataDir, uid, user.gid)
  await chmod(dataDir, (mode & 0o7777) | 0o010)
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined
}
