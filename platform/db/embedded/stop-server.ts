import { execFile } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { isAlive, isPostmasterOf } from './postmaster-pid.ts'

const fastShutdown = 60_000
const immediateShutdown = 10_000

/** Stops a server in order (fast shutdown: clients are cut off, everything is written), waiting until it is gone. */
export async function stopServer(native: string, folder: string, pid: number): Promise<void> {
  if (!(await isAlive(pid)) || !(await isPostmasterOf(folder, pid))) return
  if (process.platform === 'win32') {
    await promisify(execFile)(join(native, 'bin', 'pg_ctl.exe'), ['stop', '-m', 'fast', '-w', '-D', folder])
    return
  }
  signal(pid, 'SIGINT')
  if (await gone(pid, fastShutdown)) return
  // Recovery at the next start makes up for what an immediate shutdown leaves undone.
  signal(pid, 'SIGQUIT')
  if (!(await gone(pid, immediateShutdown))) throw new Error(`PostgreSQL (process ${pid}) does not stop`)
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function gone(pid: number, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds
  while (Date.now() < until) {
    if (!(await isAlive(pid))) return true
    await sleep(15)
  }
  return false
}
