import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A process with everything that it has started, and what those have, as it is now. */
export async function familyOf(pid: number): Promise<number[]> {
  const { stdout } = await run('ps', ['-eo', 'pid=,ppid='])
  const pairs = stdout.trim().split('\n').map((line) => line.trim().split(/\s+/).map(Number)) // prettier-ignore
  const below = Map.groupBy(pairs, ([, parent]) => parent)
  const withAll = (one: number): number[] => [
    one,
    ...(below.get(one) ?? []).flatMap(([child = 0]) => withAll(child)),
  ]
  return withAll(pid)
}

/**
 * Milliseconds that these processes have run on a processor, by the kernel's own account to the nanosecond. On a busy
 * machine it says more than the clock on the wall: waiting is not in it.
 */
export async function processorMs(pids: readonly number[]): Promise<number> {
  const each = await Promise.all(pids.map(threadsNs))
  return each.reduce((sum, ns) => sum + ns, 0) / 1e6
}

async function threadsNs(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${String(pid)}/task`).catch(() => [])
  const each = await Promise.all(
    threads.map((thread) =>
      readFile(`/proc/${String(pid)}/task/${thread}/schedstat`, 'utf8').then(
        (text) => Number(text.split(' ')[0]),
        () => 0,
      ),
    ),
  )
  return each.reduce((sum, ns) => sum + ns, 0)
}
