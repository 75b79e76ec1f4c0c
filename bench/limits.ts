import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { removeData, type ShopServer, startShop } from '../tests/support/shop-server.ts'
import { load, median } from './load.ts'
import { childrenOf } from './processes.ts'

// `node bench/limits.ts [rounds] [seconds]`: what counting requests costs. Two shops alike, one of them with limits that are
// never reached, are loaded in turn. On a busy machine trust the processor time for each request more than the requests.

const rounds = Number(process.argv[2] ?? 6)
const seconds = Number(process.argv[3] ?? 4)
const LISTING = '/api/v1/products?page_size=20'
const TICKS_A_SECOND = 100

type Side = { readonly name: string; readonly server: ShopServer; readonly worker: number }
type Run = { readonly perSecond: number; readonly microseconds: number }

async function open(name: string, env: Record<string, string>): Promise<Side> {
  const server = await startShop({ command: 'demo', processes: 1, env: { LOG_LEVEL: 'error', ...env } })
  // The process that serves is the one that has used the most time by now.
  const children = await childrenOf(server.pid)
  const times = await Promise.all(children.map(async (pid) => ({ pid, used: await processorSeconds(pid) })))
  const worker = times.sort((left, right) => right.used - left.used)[0]?.pid ?? server.pid
  return { name, server, worker }
}

/** User and system time of a process, in seconds; fields 14 and 15 of proc(5). */
async function processorSeconds(pid: number): Promise<number> {
  const text = await readFile(`/proc/${String(pid)}/stat`, 'utf8')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
}

async function measure({ server, worker }: Side): Promise<Run> {
  const before = await processorSeconds(worker)
  const { perSecond, failures } = await load(server.url, [LISTING], seconds)
  if (failures > 0) throw new Error(`${String(failures)} requests failed.`)
  const spent = (await processorSeconds(worker)) - before
  return { perSecond, microseconds: (spent * 1_000_000) / (perSecond * seconds) }
}

const sides = [
  await open('without', { RATE_LIMITS: 'off' }),
  await open('with', { RATE_LIMITS: 'on', RATE_LIMIT_FACTOR: '1000' }),
]
const runs = new Map<string, Run[]>(sides.map(({ name }) => [name, []]))
for (const side of sides) await measure(side)
for (let round = 0; round < rounds; round += 1) {
  for (const side of round % 2 === 0 ? sides : sides.toReversed())
    runs.get(side.name)?.push(await measure(side))
}
const middle = (name: string, of: (run: Run) => number): number => median((runs.get(name) ?? []).map(of))
const [less, more] = [middle('without', (run) => run.perSecond), middle('with', (run) => run.perSecond)]
const [cheap, dear] = [
  middle('without', (run) => run.microseconds),
  middle('with', (run) => run.microseconds),
]
process.stdout.write(
  `requests/s without ${less.toFixed(0)}, with ${more.toFixed(0)}: ${(more / less).toFixed(3)}\n` +
    `µs of processor time each without ${cheap.toFixed(1)}, with ${dear.toFixed(1)}: ${(cheap / dear).toFixed(3)}\n`,
)
for (const { server } of sides) {
  await server.stop()
  await removeData(server.dataDir)
}
