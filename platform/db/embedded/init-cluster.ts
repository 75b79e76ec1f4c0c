import { execFile } from 'node:child_process'
import { chown, mkdir, mkdtemp, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { ServerUser } from './server-user.ts'

// LC_CTYPE matters beside the built-in collation: with `C`, pg_trgm and the text search parser know no letters
// outside ASCII. Not every system has both of these names.
const ctypes = process.platform === 'win32' ? ['C'] : ['C.UTF-8', 'en_US.UTF-8', 'C']

export type NewCluster = {
  readonly native: string
  readonly folder: string
  readonly user: ServerUser | undefined
  readonly password: string
  readonly sync: boolean
}

/** Whether the folder holds a cluster, which is there whole or not at all. */
export async function hasCluster(folder: string): Promise<boolean> {
  return (await stat(join(folder, 'PG_VERSION')).catch(() => undefined)) !== undefined
}

/**
 * Makes a cluster beside its place and moves it there in one step, so that neither a crash nor a rival leaves half
 * a cluster. Answers false when a rival was faster; its cluster is then the one.
 */
export async function initCluster(cluster: NewCluster): Promise<boolean> {
  const { folder, user } = cluster
  const prefix = `.${basename(folder)}-init-`
  await removeAbandoned(dirname(folder), prefix)
  const scratch = await mkdtemp(join(dirname(folder), prefix))
  try {
    const data = join(scratch, 'data')
    const passwordFile = join(scratch, 'password')
    await writeFile(passwordFile, `${cluster.password}\n`, { mode: 0o600, flag: 'wx' })
    await mkdir(data, { mode: 0o700 })
    if (user) for (const path of [passwordFile, data, scratch]) await chown(path, user.uid, user.gid)
    await runInitdb(cluster, data, passwordFile)
    return await moveTo(data, folder)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

// Left by processes that were killed on the way. initdb takes seconds; an hour is no rival at work.
async function removeAbandoned(parent: string, prefix: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue
    const stats = await stat(join(parent, name)).catch(() => undefined)
    if (stats && Date.now() - stats.mtimeMs > 3_600_000)
      await rm(join(parent, name), { recursive: true, force: true })
  }
}

async function runInitdb(cluster: NewCluster, data: string, passwordFile: string): Promise<void> {
  const run = promisify(execFile)
  for (const ctype of ctypes) {
    const options = [
      `--pgdata=${data}`,
      `--pwfile=${passwordFile}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      `--lc-ctype=${ctype}`,
      '--data-checksums',
      '--no-instructions',
      ...(cluster.sync ? [] : ['--no-sync']),
    ]
    const owner = cluster.user ? { uid: cluster.user.uid, gid: cluster.user.gid } : {}
    try {
      await run(join(cluster.native, 'bin', 'initdb'), options, { ...owner, cwd: data, env: {} })
      return
    } catch (error) {
      const stderr = (error as { stderr?: string }).stderr ?? ''
      if (!/locale/.test(stderr) || ctype === ctypes.at(-1)) {
        throw new Error(`initdb failed: ${stderr.trim() || String(error)}`, { cause: error })
      }
    }
  }
}

async function moveTo(data: string, folder: string): Promise<boolean> {
  try {
    await rename(data, folder)
  } catch (error) {
    if (await hasCluster(folder)) return false
    const content = await readdir(folder).catch(() => [])
    if (content.length === 0) throw error
    throw new Error(`${folder} is neither empty nor a PostgreSQL cluster`, { cause: error })
  }
  if (process.platform !== 'win32') await syncFolder(dirname(folder))
  return true
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
