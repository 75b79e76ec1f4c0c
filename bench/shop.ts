import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { keyring } from '../platform/crypto/keys.ts'
import { startEmbedded } from '../platform/db/embedded.ts'
import type { PgConnection } from '../platform/db/db.ts'
import { residentMiB } from './processes.ts'
import { measureStart, type StartResult } from './start.ts'
import { freePort, startShop, type ShopServer } from '../tests/support/shop-server.ts'

const cli = fileURLToPath(new URL('../apps/server/cli.ts', import.meta.url))
export const icecatMapping = fileURLToPath(
  new URL('../apps/server/catalog-import/icecat.mapping.json', import.meta.url),
)

export type BenchShop = {
  readonly server: ShopServer
  readonly connection: PgConnection
  readonly importSeconds: number
  /** The largest resident memory of the import, in MiB. */
  readonly importMiB: number
  /** `npm start` on the filled data folder. */
  readonly start: StartResult
  stop(): Promise<void>
}

/** A shop with the whole catalogue on data of its own, with as many processes as asked. */
export async function openBenchShop(catalogue: string, processes: number): Promise<BenchShop> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rampart-bench-'))
  const port = await freePort()
  const { seconds, mebibytes } = await runMeasured(dataDir, [
    ...['catalog', 'import', catalogue],
    ...['--mapping', icecatMapping],
  ])
  // Before any load: what is idle has nothing left to catch up with.
  const start = await measureStart(dataDir)
  const server = await startShop({ dataDir, port, processes, env: { LOG_LEVEL: 'error' } })
  // Joins the server's own PostgreSQL; the last to leave stops it.
  const master = keyring(await readFile(join(dataDir, 'secrets/master.key')))
  const password = master.derive('postgres:password').toString('base64url')
  const embedded = await startEmbedded({ dataDir, password })
  return {
    server,
    connection: embedded.connection,
    importSeconds: seconds,
    importMiB: mebibytes,
    start,
    stop: async () => {
      await server.stop()
      await embedded.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Runs the command line on a data folder in a process of its own, and measures it from outside. */
export async function runMeasured(
  dataDir: string,
  words: readonly string[],
): Promise<{ seconds: number; mebibytes: number }> {
  const begin = performance.now()
  const child = spawn(process.execPath, [cli, ...words], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let mebibytes = 0
  const watching = setInterval(() => {
    void residentMiB(child.pid ?? 0).then((now) => (mebibytes = Math.max(mebibytes, now)))
  }, 250)
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  clearInterval(watching)
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${String(code)}.`)
  return { seconds: (performance.now() - begin) / 1000, mebibytes }
}
