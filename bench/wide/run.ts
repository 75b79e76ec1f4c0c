import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { keyring } from '../../platform/crypto/keys.ts'
import { openDb } from '../../platform/db/db.ts'
import { startEmbedded } from '../../platform/db/embedded.ts'
import { unsafeSql } from '../../platform/db/sql.ts'
import { openBeside } from '../../tests/support/shelf.ts'
import { type ShopServer, startShop } from '../../tests/support/shop-server.ts'
import { signInStaff } from '../../tests/support/staff.ts'
import { trainBeside } from '../baskets.ts'
import { benchData } from '../data.ts'
import { indexBuilt } from '../index-built.ts'
import { childrenOf, residentMiB } from '../processes.ts'
import { familyOf } from '../processor-time.ts'
import { readQuestions } from '../questions.ts'
import { icecatMapping, runMeasured } from '../shop.ts'
import { furnish, GATHERED } from './furnish.ts'
import { measure } from './measure.ts'
import { findTargets } from './targets.ts'
import { VARIANTS, widen } from './widen.ts'

// `npm run bench:wide [-- --quick]`: the real catalogue widened to 100,000 variants, with years of movements, prices,
// reviews and orders; how long each page and list takes there, one after the other, on a machine that does nothing else.

const quick = process.argv.includes('--quick')
const asked = quick ? 5 : 60

const n = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 })
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const sayLoad = (): void => say(`load of the machine ${loadavg().map(n).join(' ')}`)

const dataDir = await mkdtemp(join(tmpdir(), 'rampart-wide-'))
const file = join(dataDir, 'wide.jsonl.gz')
say(`${String(cpus().length)} cores (${cpus()[0]?.model ?? 'unknown'})`)
sayLoad()
const products = await widen(benchData('catalogue-icecat/products.jsonl.gz'), icecatMapping, file)
const imported = await runMeasured(dataDir, ['catalog', 'import', file])
say(
  `import       ${n(products)} products, ${n(VARIANTS)} variants in ${n(imported.seconds)} s, at most ${n(imported.mebibytes)} MiB`,
)
const password = keyring(await readFile(join(dataDir, 'secrets/master.key')))
  .derive('postgres:password')
  .toString('base64url')
// The shop's servers adopt it, and so count their statements.
// Work is counted in processes that stay: a statement is done by one.
const settings = { shared_preload_libraries: 'pg_stat_statements', max_parallel_workers_per_gather: '0' }
const embedded = await startEmbedded({ dataDir, password, settings })
const db = openDb({ connection: embedded.connection, max: 2 })
const server = await startShop({ dataDir, processes: 2, env: { LOG_LEVEL: 'error' } })
try {
  const waited = await indexBuilt(db)
  say(`index        built ${n(waited)} s after the start, serving processes ${await memory(server)} MiB`)
  await furnish(embedded.connection)
  say(`furnished    ${Object.entries(GATHERED).map(([what, count]) => `${n(count)} ${what}`).join(', ')}`) // prettier-ignore
  say(`training     ${n(await trainBeside(dataDir))} s`)
  await reportExport('csv')
  await reportExport('jsonl')
  await db.run(unsafeSql('CREATE EXTENSION IF NOT EXISTS pg_stat_statements'))
  await reportTargets()
  say(`memory       serving processes ${await memory(server)} MiB`)
  sayLoad()
} finally {
  await db.close()
  await server.stop()
  await embedded.stop()
  await rm(dataDir, { recursive: true, force: true })
}

async function reportExport(kind: string): Promise<void> {
  const { seconds, mebibytes } = await runMeasured(dataDir, [
    'catalog',
    'export',
    join(dataDir, `out.${kind}`),
  ])
  say(`export       ${kind} in ${n(seconds)} s, at most ${n(mebibytes)} MiB`)
}

async function reportTargets(): Promise<void> {
  const beside = await openBeside(dataDir)
  const token = await signInStaff({ server, beside }).finally(() => beside.close())
  const targets = await findTargets(db, await readQuestions(8 * asked), asked)
  const pids = async () => [...(await familyOf(server.pid)), ...(await familyOf(embedded.pid))]
  const shop = { url: server.url, token, pids, db }
  // Code that was never run is compiled first, and connections are made.
  for (const target of targets) await measure(shop, { ...target, paths: target.paths.slice(0, 2) })
  const columns = ['work50', 'work95', 'p50', 'p95', 'KiB', 'statements']
  sayLoad()
  say(`${'ms'.padEnd(52)} ${columns.map((head) => head.padStart(7)).join(' ')}`)
  for (const target of targets) {
    const { name, failures, slowest, ...found } = await measure(shop, target)
    const { work50, work95, p50, p95, kibibytes, statements } = found
    const figures = [work50, work95, p50, p95, kibibytes, statements].map((figure) => n(figure).padStart(7))
    const problem =
      failures > 0 ? `  ${n(failures)} FAILED` : work95 > 100 ? `  ${decodeURIComponent(slowest)}` : ''
    say(`${`${name}${target.who === 'staff' ? ' (staff)' : ''}`.padEnd(52)} ${figures.join(' ')}${problem}`)
  }
}

async function memory({ pid }: ShopServer): Promise<string> {
  const serving = await Promise.all((await childrenOf(pid)).map(residentMiB))
  return serving
    .filter((size) => size > 50)
    .map(n)
    .join(' and ')
}
