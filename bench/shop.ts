import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { execFile, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { keyring } from '../platform/crypto/keys.ts'
import { startEmbedded } from '../platform/db/embedded.ts'
import type { PgConnection } from '../platform/db/db.ts'
import { freePort, startShop, type ShopServer } from '../tests/support/shop-server.ts'

const run = promisify(execFile)
const cli = fileURLToPath(new URL('../apps/server/cli.ts', import.meta.url))
const mapping = fileURLToPath(new URL('../apps/server/catalog-import/icecat.mapping.json', import.meta.url))

export type BenchShop = {
  readonly server: ShopServer
  readonly connection: PgConnection
  readonly importSeconds: number
  /** The largest resident memory of the import, in MiB. */
  readonly importMiB: number
  stop(): Promise<void>
}

/** A shop with the whole catalogue on data of its own, with as many processes as asked. */
export async function openBenchShop(catalogue: string, processes: number): Promise<BenchShop> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rampart-bench-'))
  const port = await freePort()
  const server = await startShop({ dataDir, port, processes, env: { LOG_LEVEL: 'error' } })
  const { seconds, mebibytes } = await importCatalogue(dataDir, catalogue)
  // Joins the server's own PostgreSQL; the last to leave stops it.
  const master = keyring(await readFile(join(dataDir, 'secrets/master.key')))
  const password = master.derive('postgres:password').toString('base64url')
  const embedded = await startEmbedded({ dataDir, password })
  return {
    server,
    connection: embedded.connection,
    importSeconds: seconds,
    importMiB: mebibytes,
    stop: async () => {
      await server.stop()
      await embedded.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Imports the catalogue in a process of its own, and measures it from outside. */
async function importCatalogue(
  dataDir: string,
  catalogue: string,
): Promise<{ seconds: number; mebibytes: number }> {
  const begin = performance.now()
  const child = spawn(process.execPath, [cli, 'catalog', 'import', catalogue, '--mapping', mapping], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let mebibytes = 0
  const watching = setInterval(() => {
    void residentMiB(child.pid ?? 0).then((now) => (mebibytes = Math.max(mebibytes, now)))
  }, 250)
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  clearInterval(watching)
  if (code !== 0) throw new Error(`The import ended with ${String(code)}.`)
  return { seconds: (performance.now() - begin) / 1000, mebibytes }
}

/** Resident memory of a process in MiB; 0 when it has ended. */
export async function residentMiB(pid: number): Promise<number> {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)]).catch(() => ({ stdout: '0' }))
  return Number(stdout.trim()) / 1024
}

/** The processes that a process has started. */
export async function childrenOf(pid: number): Promise<number[]> {
  const { stdout } = await run('ps', ['-o', 'pid=', '--ppid', String(pid)]).catch(() => ({ stdout: '' }))
  return stdout
    .split('\n')
    .map(Number)
    .filter((child) => child > 0)
}
