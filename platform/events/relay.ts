import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../db/db.ts'
import type { Log } from '../log/log.ts'
import { redactText } from '../log/redact-text.ts'
import { type Delivery, retryWaitMs } from './delivery.ts'
import { claimDeliveries, renewLeases } from './delivery-store.ts'
import { handOver } from './hand-over.ts'
import { lanes } from './lanes.ts'
import { settlement } from './settlement.ts'
import { signal } from '../jobs/signal.ts'
import type { Subscriptions } from './subscriptions.ts'

/** Carries committed events to the subscribers of this process. */
export type Relay = {
  /** Looks for due deliveries now instead of within a second. */
  wake(): void
  /** Resolves once nothing is due that this process may hand over. For tests. */
  drain(): Promise<void>
  /** Waits for the handlers that run, gives back what has not started. */
  stop(): Promise<void>
}

export type RelayOptions = {
  readonly db: Db
  readonly registry: Subscriptions
  readonly log: Log
  readonly clock?: () => Date
  /** Handlers at the same time; 6 unless told. */
  readonly concurrency?: number
  /** How often to look without being woken; 1 s unless told. */
  readonly pollMs?: number
  /** How long a killed process keeps others from its claims; 10 s unless told. */
  readonly leaseMs?: number
  /** Tries before a delivery is dead; 12 unless told. */
  readonly maxAttempts?: number
  /** Wait after the nth failed try. */
  readonly waitMs?: (attempts: number) => number
}

const MAX_HELD = 128
const MAX_ERROR = 500
// Under load each turn finds more to do at once: fewer statements for the same events.
const PACE_MS = 5

/** Starts handing events over. Any number of processes may do so at once. */
export function startRelay(options: RelayOptions): Relay {
  const { db, registry, log, clock = () => new Date() } = options
  const {
    concurrency = 6,
    pollMs = 1_000,
    leaseMs = 10_000,
    maxAttempts = 12,
    waitMs = retryWaitMs,
  } = options
  const waiting = lanes()
  const settled = settlement(db)
  const turn = signal()
  const held = new Map<number, { delivery: Delivery; leasedAt: number }>()
  const drained: (() => void)[] = []
  let running = 0
  let stopping = false
  let due = true

  const wake = (): void => {
    due = true
    turn.raise()
  }
  const forget = registry.onWake(wake)
  const renewing = setInterval(() => void renew(), leaseMs / 4).unref()
  const ended = loop()

  async function loop(): Promise<void> {
    while (!stopping) {
      try {
        await settle()
        if (due && held.size < MAX_HELD) await claim()
        if (settled.pending() || (due && held.size < MAX_HELD)) await sleep(PACE_MS)
        else await pause()
      } catch (error) {
        log.warn('The relay could not reach the database; it tries again shortly.', { error })
        due = true
        await turn.wait(pollMs)
      }
    }
  }

  async function claim(): Promise<void> {
    due = false
    const room = MAX_HELD - held.size
    const claimed = await claimDeliveries(db, registry.names(), room, leaseMs)
    const leasedAt = performance.now()
    for (const delivery of claimed) held.set(delivery.seq, { delivery, leasedAt })
    waiting.add(claimed)
    startReady()
    // Fewer may mean that a peer held the others back at that moment; whoever finishes looks again.
    if (claimed.length === room) due = true
    if (claimed.length === 0 && held.size === 0 && !due) drained.splice(0).forEach((resolve) => resolve())
  }

  async function pause(): Promise<void> {
    if (await turn.wait(pollMs * (0.75 + Math.random() / 2))) return
    due = true
  }

  async function settle(): Promise<void> {
    await settled.flush((delivery) => {
      held.delete(delivery.seq)
      // Its followers could not be claimed while it was there.
      if (delivery.key !== null) due = true
    })
    if (drained.length > 0) due = true
  }

  function startReady(): void {
    while (running < concurrency && !stopping) {
      const delivery = waiting.next()
      if (delivery === undefined) return
      running += 1
      void run(delivery).finally(() => {
        running -= 1
        startReady()
        turn.raise()
      })
    }
  }

  async function run(delivery: Delivery): Promise<void> {
    try {
      await handOver(db, registry, clock, delivery)
      settled.handled(delivery)
      waiting.done(delivery)
    } catch (error) {
      const dead = delivery.attempts >= maxAttempts
      settled.failed(delivery, {
        error: describe(error),
        retryInMs: dead ? null : waitMs(delivery.attempts),
      })
      settled.untried(waiting.abandon(delivery))
      const { event_id, type, subscriber, attempts } = delivery
      const fields = { event_id, type, subscriber, attempts, error }
      if (dead) log.error('An event could not be handed over and was given up.', fields)
      else log.warn('An event could not be handed over; it will be tried again.', fields)
    }
  }

  async function renew(): Promise<void> {
    const now = performance.now()
    const old = [...held.values()].filter(({ leasedAt }) => now - leasedAt > leaseMs / 4)
    if (old.length === 0) return
    for (const lease of old) lease.leasedAt = now
    try {
      await renewLeases(
        db,
        old.map(({ delivery }) => delivery),
        leaseMs,
      )
    } catch (error) {
      for (const lease of old) lease.leasedAt = 0
      log.warn('The relay could not renew its claims; others may take them over.', { error })
    }
  }

  async function stop(): Promise<void> {
    if (!stopping) {
      stopping = true
      forget()
      turn.raise()
    }
    await ended
    while (running > 0) await turn.wait(pollMs)
    clearInterval(renewing)
    settled.untried(waiting.clear())
    try {
      await settled.flush(() => undefined)
    } catch (error) {
      log.warn('The relay could not hand back its claims; they are free again when their lease ends.', {
        error,
      })
    }
    drained.splice(0).forEach((resolve) => resolve())
  }

  return {
    wake,
    stop,
    drain: () =>
      new Promise((resolve) => {
        if (stopping) return resolve()
        drained.push(resolve)
        wake()
      }),
  }
}

function describe(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return redactText(text).slice(0, MAX_ERROR)
}
