import { availableParallelism, cpus } from 'node:os'
import process from 'node:process'
import { openDb } from '../platform/db/db.ts'
import { sql, unsafeSql } from '../platform/db/sql.ts'
import { type CheckoutResult, measureCheckout } from './checkout.ts'
import { benchData } from './data.ts'
import { basketsText, trainBeside } from './baskets.ts'
import { bareCommits } from './floor/commits.ts'
import { prepareFloor } from './floor/prepare.ts'
import { indexBuilt } from './index-built.ts'
import { type LedgerResult, readLedger } from './ledger.ts'
import { median } from './load.ts'
import { measurePages } from './pages.ts'
import { measurePolicies, type PolicyResult } from './policies.ts'
import { listingPaths, measureReads, type ReadResult } from './reads.ts'
import { measureSearch } from './search.ts'
import { openBenchShop } from './shop.ts'
import { type CallerResult, measureCallers, measureTokens, type TokenResult } from './tokens.ts'

// `npm run bench [-- --quick] [part …]`: every figure as a ratio against a floor measured in the same run, on the same
// machine. The parts beside reading: search, pages, tokens, checkout; all of them unless some are named.

const quick = process.argv.includes('--quick')
const parts = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const wanted = (part: string): boolean => parts.length === 0 || parts.includes(part)
const seconds = quick ? 3 : 10
const rounds = quick ? 1 : 3
const processes = availableParallelism()

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const n = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 })

say(
  `${String(processes)} cores (${cpus()[0]?.model ?? 'unknown'}), ${String(rounds)} rounds of ${String(seconds)} s, load from the same machine`,
)
const shop = await openBenchShop(benchData('catalogue-icecat/products.jsonl.gz'), processes)
const db = openDb({ connection: shop.connection, max: 2 })
try {
  const { products } = await db.one<{ products: number }>(
    sql`SELECT count(*) AS products FROM catalog.products`,
  )
  say(`import       ${n(products)} products in ${n(shop.importSeconds)} s, at most ${n(shop.importMiB)} MiB`)
  say(
    `start        first 200 after ${n(shop.start.seconds)} s of npm start; idle memory ${shop.start.servingMiB.map(n).join(' and ')} MiB serving, ${n(shop.start.supervisorMiB)} MiB supervising`,
  )
  await prepareFloor(db)
  const reads = await measureReads(shop, { processes, rounds, seconds })
  const floor = reads[0]?.perSecond ?? Number.NaN
  reportReads(reads, floor)
  await indexBuilt(db)
  if (wanted('search')) {
    const searches = await measureSearch(shop, { rounds, seconds })
    reportReads(searches, floor)
    reportSpread(searches)
  }
  if (wanted('pages')) {
    await db.run(unsafeSql(basketsText(20_000)))
    say(`training     ${n(await trainBeside(shop.server.dataDir))} s on 20,000 baskets, beside the shop`)
    reportReads(await measurePages(shop, db, { rounds, seconds }), floor)
  }
  if (wanted('tokens')) {
    reportCallers(await measureCallers(shop.server, await listingPaths(shop.server.url), { rounds, seconds }))
    reportTokens(await measureTokens(shop.server, quick ? 10 : 50))
    reportPolicies(await measurePolicies())
  }
  if (wanted('checkout')) await benchCheckout()
} finally {
  await db.close()
}
await shop.stop()

async function benchCheckout(): Promise<void> {
  const variants = await db.many<{ id: string }>(sql`SELECT id FROM catalog.variants ORDER BY id LIMIT 4000`)
  for (const buyers of [8, 32]) {
    const commits = await bareCommits(shop.connection as never, buyers, Math.min(5, seconds))
    const result = await measureCheckout(
      shop.server.url,
      variants.map((variant) => variant.id),
      buyers,
      seconds * (quick ? 1 : 2),
    )
    reportCheckout(result, commits)
  }
  reportLedger(await readLedger(db))
}

function reportReads(results: readonly ReadResult[], floor: number): void {
  for (const { name, runs, perSecond } of results) {
    const last = runs.at(-1)
    const failures = runs.reduce((sum, run) => sum + run.failures, 0)
    const figures = `${n(perSecond)}/s, p50 ${n(last?.p50 ?? 0)} ms, p99 ${n(last?.p99 ?? 0)} ms, ${String(failures)} failures`
    say(`${name.padEnd(28)} ${figures}, ${(perSecond / floor).toFixed(2)} of the floor`)
  }
}

/** Asked two at a time, nobody waits in line: the spread is that of the questions. */
function reportSpread(results: readonly ReadResult[]): void {
  for (const { name, runs } of results.filter((result) => result.name.includes('2 at once'))) {
    const ratio = median(runs.map(({ p50, p99 }) => p99 / p50))
    say(`${name.padEnd(28)} p99 is ${ratio.toFixed(1)} times p50`)
  }
}

function reportLedger({ movements, levels, wrong }: LedgerResult): void {
  say(
    `ledger                     ${n(movements)} movements, ${n(levels)} levels, ${n(wrong)} that are not their sum`,
  )
}

function reportCallers(results: readonly CallerResult[]): void {
  const anonymous = results[0]?.perSecond ?? Number.NaN
  for (const { name, perSecond, failures } of results) {
    const ratio = (perSecond / anonymous).toFixed(2)
    say(`${name.padEnd(26)} ${n(perSecond)}/s, ${String(failures)} failures, ${ratio} of anonymous`)
  }
}

function reportTokens({ floor, first, again, authenticate, login, strange, hash }: TokenResult): void {
  const ms = (value: number): string => `${value.toFixed(4)} ms`
  const times = (value: number): string => (value / floor).toFixed(2)
  say(`access token, signature    ${ms(floor)}, the floor`)
  say(`access token, first sight  ${ms(first)}, ${times(first)} of the floor`)
  say(`access token, seen before  ${ms(again)}, ${times(again)} of the floor`)
  say(`access token, whole way    ${ms(authenticate)} from token to principal, session in the cache`)
  say(
    `login, known device        ${n(login)} ms, its Argon2id hash ${n(hash)} ms: ${(login / hash).toFixed(2)} of it; a new device ${n(strange)} ms`,
  )
}

function reportPolicies({ decision, several, again, unconcerned }: PolicyResult): void {
  say(
    `policy decision            ${decision.toFixed(4)} ms by one policy, ${several.toFixed(4)} ms by six, ${again.toFixed(4)} ms when asked again`,
  )
  say(`policy, none concerned     ${(unconcerned * 1e6).toFixed(0)} ns of a call from outside`)
}

function reportCheckout(result: CheckoutResult, commits: number): void {
  const { buyers, ordersPerSecond, p50, p99, failures } = result
  say(
    `checkout, ${String(buyers).padStart(2)} buyers       ${n(ordersPerSecond)} orders/s, p50 ${n(p50)} ms, p99 ${n(p99)} ms, ${String(failures)} failures; ` +
      `floor ${n(commits)} commits/s, so one order for every ${n(commits / ordersPerSecond)} commits`,
  )
}
