import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { link, readFile, readlink, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** What a running server says of itself in `postmaster.pid`; see src/include/utils/pidfile.h. */
export type Postmaster = {
  readonly pid: number
  readonly port: number
  readonly socketFolder: string
  readonly address: string
  readonly status: string
}

/** The content of `postmaster.pid`; undefined when there is none or it is still being written. */
export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , port, socketFolder, address, , status] = text.split('\n').map((line) => line.trim())
  if (!pid || !/^-?\d+$/.test(pid)) return undefined
  return {
    pid: Math.abs(Number(pid)),
    port: Number(port ?? 0),
    socketFolder: socketFolder ?? '',
    address: address ?? '',
    status: status ?? '',
  }
}

/** Whether the process lives. One that has died but was not yet collected by its parent does not. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  if (process.platform !== 'linux') return true
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const state = stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3)
  return state !== 'Z' && state !== 'X' && state !== ''
}

/**
 * Whether a living process is the server of this cluster. After a reboot, or in a container that counts its
 * processes from 1 again, the number in the file may well belong to another program.
 */
export async function isPostmasterOf(cluster: string, pid: number): Promise<boolean> {
  if (process.platform === 'linux') {
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
    if (folder !== undefined) return folder === cluster
    return (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => 'postgres')).trim() === 'postgres'
  }
  if (process.platform === 'win32') return true
  const { stdout } = await promisify(execFile)('/bin/ps', ['-o', 'comm=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }))
  return stdout.includes('postgres')
}

/**
 * Removes a file that names a process which is not the server: PostgreSQL itself trusts any living number. A rival
 * may have done the same and started a server meanwhile; its file goes back.
 */
export async function removeStalePid(cluster: string, stalePid: number): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  const aside = `${file}.${randomBytes(6).toString('hex')}`
  await rename(file, aside).catch(() => undefined)
  const text = await readFile(aside, 'utf8').catch(() => undefined)
  if (text === undefined) return
  if (Math.abs(Number.parseInt(text, 10)) !== stalePid) await link(aside, file).catch(() => undefined)
  await rm(aside, { force: true })
}
