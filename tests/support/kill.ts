import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'

/** How often a crash is repeated: `RAMPART_CRASH_RUNS=10` makes the 50 runs of the server's crash 10, others likewise. */
export function crashRuns(count: number): number {
  const scale = Number(process.env['RAMPART_CRASH_RUNS'] ?? '50') / 50
  return Math.max(1, Math.round(count * scale))
}

/** The serving processes below a supervisor. Linux only, as it asks /proc. */
export async function servingProcesses(supervisor: number): Promise<number[]> {
  const text = await readFile(
    `/proc/${String(supervisor)}/task/${String(supervisor)}/children`,
    'utf8',
  ).catch(() => '')
  const serving: number[] = []
  for (const pid of text
    .split(' ')
    .filter((each) => each !== '')
    .map(Number)) {
    const command = await readFile(`/proc/${String(pid)}/cmdline`, 'utf8').catch(() => '')
    if (command.includes('worker.ts')) serving.push(pid)
  }
  return serving
}

/** SIGKILL, now. A process that has ended already is no error. */
export function killNow(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}

/** Waits until the condition holds. @throws when it does not within the time */
export async function until(what: string, seconds: number, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + seconds * 1_000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Not within ${String(seconds)} s: ${what}`)
    await sleep(25)
  }
}
