import { spawn } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { freePort } from '../tests/support/shop-server.ts'
import { childrenOf, residentMiB } from './processes.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

export type StartResult = {
  /** Seconds from `npm start` to the first 200. */
  readonly seconds: number
  /** Resident MiB of each process that serves, 10 seconds later. */
  readonly servingMiB: readonly number[]
  /** Resident MiB of the process that supervises them. */
  readonly supervisorMiB: number
}

/** `npm start` on an existing data folder. */
export async function measureStart(dataDir: string): Promise<StartResult> {
  const port = await freePort()
  const begin = performance.now()
  const npm = spawn('npm', ['start'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DATA_DIR: dataDir,
      PORT: String(port),
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const url = `http://127.0.0.1:${String(port)}/api/v1/products`
  while (
    !(await fetch(url).then(
      (response) => response.ok,
      () => false,
    ))
  ) {
    if (performance.now() - begin > 60_000) throw new Error('npm start did not answer within a minute.')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const seconds = (performance.now() - begin) / 1000
  await new Promise((resolve) => setTimeout(resolve, 10_000))
  const supervisor = await findSupervisor(npm.pid ?? 0)
  const serving = await childrenOf(supervisor)
  const memory = await Promise.all(serving.map(residentMiB))
  const supervisorMiB = await residentMiB(supervisor)
  process.kill(supervisor, 'SIGTERM')
  await new Promise((resolve) => npm.once('exit', resolve))
  // PostgreSQL is a child too, but of a few MiB: the serving processes are those above 50.
  return { seconds, servingMiB: memory.filter((size) => size > 50), supervisorMiB }
}

/** The deepest only child below npm: npm starts a shell, the shell starts the supervisor. */
async function findSupervisor(pid: number): Promise<number> {
  const children = await childrenOf(pid)
  return children.length === 1 ? findSupervisor(children[0] ?? pid) : pid
}
