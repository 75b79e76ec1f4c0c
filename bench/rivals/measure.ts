import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Agent } from 'undici'
import { openDb } from '../../platform/db/db.ts'
import { type CheckoutResult, measureCheckout, Refused } from '../checkout.ts'
import { type Load, loadAmount, type Shot } from '../load.ts'
import type { Bench, Contestant, Scene, Stock } from './contestant.ts'
import { startProgram, stopProgram, treeMiB } from './program.ts'

const CONNECTIONS = 32
const RACERS = 100
const START_LIMIT_MS = 120_000
/** A slow shop may keep its buyers waiting: that is its figure, not a fault. */
const PATIENCE_MS = 600_000

export type Pace = {
  /** Seconds of each load, and of each checkout. */
  readonly reads: number
  readonly checkout: number
  /** Seconds from the first answer to weighing the memory. */
  readonly idle: number
}

type Reading = Load & { readonly bytes: number }

export type Race = {
  readonly orders: number
  readonly refused: number
  /** Answers of 5xx, errors of GraphQL, connections that broke. */
  readonly faults: number
  /** The words of refusals and faults, without ids, and how often each was heard. */
  readonly reasons: ReadonlyMap<string, number>
  readonly stock: Stock
  readonly seconds: number
}

export type Measured = {
  readonly startSeconds: number
  readonly idleMiB: number
  readonly listing: Reading
  readonly detail: Reading
  readonly checkouts: readonly CheckoutResult[]
  readonly race: Race
}

/** One round of one contestant: a fresh copy of its shop, started, measured, raced, stopped. */
export async function measure(
  bench: Bench,
  who: Contestant,
  database: string,
  port: number,
  pace: Pace,
): Promise<Measured> {
  const place = await bench.database.copyOf(database)
  const db = openDb({ connection: place, max: 2 })
  const running: ChildProcess[] = []
  try {
    const scene = await who.scene(db)
    const url = `http://127.0.0.1:${String(port)}`
    const [main, ...others] = who.programs(bench, place, port).map((program) => () => {
      const child = startProgram(program, join(bench.cache, `${who.title.replaceAll(/\W+/g, '-')}.log`))
      running.push(child)
      return child
    })
    const begin = performance.now()
    const first = main?.()
    await firstAnswer(url, scene.listing[0], () => first?.exitCode !== null)
    const startSeconds = (performance.now() - begin) / 1000
    for (const other of others) other()
    await sleep(pace.idle * 1000)
    const sizes = await Promise.all(running.map((child) => treeMiB(child.pid ?? 0)))
    return {
      startSeconds,
      idleMiB: sizes.reduce((sum, size) => sum + size, 0),
      listing: await measureReading(url, scene.listing, 20, pace.reads),
      detail: await measureReading(url, scene.detail, 1, pace.reads),
      checkouts: [
        await measureCheckout(url, scene.variants, 8, pace.checkout, scene.buy),
        await measureCheckout(url, scene.variants, 32, pace.checkout, scene.buy),
      ],
      race: await runRace(url, scene, (scarce) => who.stock(db, scarce)),
    }
  } finally {
    await Promise.all(running.map(stopProgram))
    await db.close()
  }
}

async function firstAnswer(url: string, shot: Shot | undefined, ended: () => boolean): Promise<void> {
  if (shot === undefined) throw new Error('there are no products')
  const end = performance.now() + START_LIMIT_MS
  while (performance.now() < end) {
    if (ended()) throw new Error('it ended before it answered')
    const { status } = await fire(url, shot).catch(() => ({ status: 0 }))
    if (status === 200) return
    await sleep(20)
  }
  throw new Error('it did not answer within two minutes')
}

async function fire(url: string, shot: Shot): Promise<{ status: number; text: string }> {
  const { method, path, headers = {}, body } = shot
  const response = await fetch(url + path, { method, headers, ...(body === undefined ? {} : { body }) })
  return { status: response.status, text: await response.text() }
}

/** A warm-up, then as many requests as the warm-up lets expect for the time. Every answer must hold products. */
async function measureReading(
  url: string,
  shots: readonly Shot[],
  products: number,
  seconds: number,
): Promise<Reading> {
  const { text } = await fire(url, shots[0] as Shot)
  const found = new Set(text.match(/article-\d+/g)).size
  if (found !== products)
    throw new Error(`an answer holds ${String(found)} products, not ${String(products)}`)
  const options = { connections: CONNECTIONS, holding: 'article-' }
  let pace = await loadAmount(url, shots, { ...options, amount: CONNECTIONS * 2 })
  // A first guess of a cold server is low: guess again with what it did.
  const amount = (share: number): number =>
    Math.max(CONNECTIONS * 3, Math.round(pace.perSecond * seconds * share))
  for (const share of [0.1, 0.3]) {
    if (pace.perSecond > 50) pace = await loadAmount(url, shots, { ...options, amount: amount(share) })
  }
  return {
    ...(await loadAmount(url, shots, { ...options, amount: amount(1) })),
    bytes: Buffer.byteLength(text),
  }
}

/** 100 guests buy the variant of which there are 10, each as fast as the shop lets them. */
async function runRace(url: string, scene: Scene, stock: (scarce: string) => Promise<Stock>): Promise<Race> {
  const agent = new Agent({
    connections: RACERS,
    pipelining: 1,
    headersTimeout: PATIENCE_MS,
    bodyTimeout: PATIENCE_MS,
  })
  const reasons = new Map<string, number>()
  const failed = (error: unknown): 'refused' | 'fault' => {
    const words = (error instanceof Error ? error.message : String(error)).replace(
      /[a-z_]*_?[0-9A-Z-]{20,}/gi,
      '…',
    )
    reasons.set(words, (reasons.get(words) ?? 0) + 1)
    return error instanceof Refused ? 'refused' : 'fault'
  }
  const begin = performance.now()
  const outcomes = await Promise.all(
    Array.from({ length: RACERS }, () => scene.buy(url, agent, scene.scarce).then(() => 'order', failed)),
  )
  const seconds = (performance.now() - begin) / 1000
  await agent.close()
  // What shops do after they have answered belongs to the result.
  await sleep(3000)
  const count = (outcome: string): number => outcomes.filter((one) => one === outcome).length
  return {
    orders: count('order'),
    refused: count('refused'),
    faults: count('fault'),
    reasons,
    stock: await stock(scene.scarce),
    seconds,
  }
}
