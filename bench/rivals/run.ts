import { mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { environment } from '../../platform/config/environment.ts'
import { freePort } from '../../tests/support/shop-server.ts'
import type { Bench, Contestant } from './contestant.ts'
import { openDatabases } from './database.ts'
import { type Measured, measure, type Pace } from './measure.ts'
import { medusa } from './medusa.ts'
import { madeUpProducts } from './products.ts'
import { rampart } from './rampart.ts'
import { report } from './report.ts'
import { vendure } from './vendure.ts'

// `npm run bench:rivals [-- --quick] [-- --only rampart|vendure|medusa]`: this project beside others, in one run.

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
})
const cores = availableParallelism()
const byName = new Map<string, readonly Contestant[]>([
  ['rampart', cores === 1 ? [rampart(1)] : [rampart(cores), rampart(1)]],
  ['vendure', [vendure]],
  ['medusa', [medusa]],
])
const chosen = values.only === undefined ? [...byName.values()].flat() : byName.get(values.only)
if (chosen === undefined) {
  process.stderr.write(`--only takes one of ${[...byName.keys()].join(', ')}.\n`)
  process.exit(2)
}
const rounds = values.quick ? 1 : 3
const pace: Pace = values.quick ? { reads: 3, checkout: 4, idle: 3 } : { reads: 10, checkout: 20, idle: 10 }

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const cache = resolve(environment()['RAMPART_BENCH_DIR'] ?? join(tmpdir(), 'rampart-bench'))
const productsFile = join(cache, 'products.jsonl')
await mkdir(cache, { recursive: true })
await writeFile(
  productsFile,
  madeUpProducts()
    .map((product) => `${JSON.stringify(product)}\n`)
    .join(''),
)

say(
  `${String(cores)} cores (${cpus()[0]?.model ?? 'unknown'}), Node.js ${process.version} for all, load from the same machine`,
)
say(
  `${String(rounds)} rounds of ${String(pace.reads)} s reading and ${String(pace.checkout)} s buying; packages and data in ${cache}`,
)

const database = await openDatabases(cache)
const bench: Bench = { cache, productsFile, database }
type State = {
  readonly who: Contestant
  readonly measured: Measured[]
  seeded: string
  trouble: string | undefined
}
const states: State[] = chosen.map((who) => ({ who, measured: [], seeded: '', trouble: undefined }))
try {
  for (const state of states) {
    say(`preparing ${state.who.title}`)
    await attempt(state, async () => void (state.seeded = await state.who.prepare(bench)))
  }
  // In turn, so that a machine that drifts drifts for all of them.
  for (let round = 1; round <= rounds; round += 1) {
    for (const state of states.filter(({ trouble }) => trouble === undefined)) {
      say(`round ${String(round)}: ${state.who.title}`)
      await attempt(state, async () => {
        state.measured.push(await measure(bench, state.who, state.seeded, await freePort(), pace))
      })
    }
  }
} finally {
  await database.stop()
}
say('')
say(
  report(
    states.map(({ who, measured, trouble }) => ({
      title: who.title,
      about: who.about,
      rounds: measured,
      trouble,
    })),
  ),
)

/** One contestant's trouble is told and does not keep the others from running. */
async function attempt(state: State, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    state.trouble = error instanceof Error ? error.message : String(error)
    say(`${state.who.title}: ${state.trouble}`)
  }
}
