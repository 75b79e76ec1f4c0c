import type { CounterStore, Taken, Taking } from './counter-store.ts'
import { noCounts, shifted, SLOTS, slotMs, used } from './window.ts'

/** Milliseconds between two talks with the store. */
const SYNC_MS = 200
/** The share of a limit that one process lets through before it must ask. */
const SHARE = 0.1
const MOST_KEYS = 100_000

type Entry = {
  counts: number[]
  /** When the newest slot began, by this process's clock, in milliseconds. */
  slotBegan: number
  readonly slotMs: number
  readonly windowSeconds: number
  /** Let through since the store was told. */
  untold: number
}

export type NearCounter = {
  /** Decides at once where it can; asks the store first when its share of the limit is used up. */
  take(key: string, max: number, windowSeconds: number): Taken | Promise<Taken>
  /** Tells the store what was let through, and hears what others have. */
  sync(): Promise<void>
  close(): Promise<void>
}

/**
 * Counts in front of a shared store, for what is asked too often to ask the store each time. A process lets at most a
 * tenth of a limit through between two syncs, and two syncs are at most 200 ms apart while anything is untold: so in any
 * window all processes together let at most `limit + (processes - 1) × limit / 10` through, and one process no more than
 * the limit.
 */
export function nearCounter(
  store: CounterStore,
  options: { now?: () => number; syncMs?: number; mostKeys?: number } = {},
): NearCounter {
  const { now = Date.now, syncMs = SYNC_MS, mostKeys = MOST_KEYS } = options
  const entries = new Map<string, Entry>()
  const untold = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let syncing: Promise<void> | undefined
  let closed = false

  function entryOf(key: string, windowSeconds: number, moment: number): Entry {
    const known = entries.get(key)
    if (known !== undefined) {
      const passed = moment - known.slotBegan
      if (passed >= known.slotMs) {
        const slots = Math.floor(passed / known.slotMs)
        known.counts = shifted(known.counts, slots)
        known.slotBegan += slots * known.slotMs
      }
      return known
    }
    const length = slotMs(windowSeconds)
    const entry: Entry = {
      counts: noCounts(),
      slotBegan: moment - (moment % length),
      slotMs: length,
      windowSeconds,
      untold: 0,
    }
    if (entries.size >= mostKeys) forget(moment)
    entries.set(key, entry)
    return entry
  }

  /** What no longer counts first; should all still count, the oldest that the store knows. */
  function forget(moment: number): void {
    for (const [key, entry] of entries) {
      if (entry.untold === 0 && moment - entry.slotBegan > entry.slotMs * (SLOTS + 1)) entries.delete(key)
    }
    for (const [key, entry] of entries) {
      if (entries.size < mostKeys * 0.9) return
      if (entry.untold === 0) entries.delete(key)
    }
  }

  function take(key: string, max: number, windowSeconds: number): Taken | Promise<Taken> {
    const moment = now()
    const entry = entryOf(key, windowSeconds, moment)
    if (used(entry.counts) + 1 > max) return answer(entry, false, moment)
    entry.counts[0] = (entry.counts[0] ?? 0) + 1
    entry.untold += 1
    untold.add(key)
    if (entry.untold >= Math.max(1, max * SHARE)) {
      return sync().then(() => answer(entry, used(entry.counts) <= max, now()))
    }
    schedule()
    return answer(entry, true, moment)
  }

  function schedule(): void {
    if (timer !== undefined || closed) return
    timer = setTimeout(() => {
      timer = undefined
      void sync()
    }, syncMs)
    timer.unref()
  }

  /** One talk at a time; whoever comes meanwhile waits for the next one, which tells what they added. */
  function sync(): Promise<void> {
    if (syncing !== undefined) return syncing.then(() => (untold.size > 0 ? sync() : undefined))
    if (untold.size === 0) return Promise.resolve()
    syncing = tell().finally(() => {
      syncing = undefined
    })
    return syncing
  }

  async function tell(): Promise<void> {
    const told: { key: string; entry: Entry; taking: Taking }[] = []
    for (const key of untold) {
      const entry = entries.get(key)
      if (entry === undefined) continue
      const { windowSeconds, untold: amount } = entry
      told.push({ key, entry, taking: { key, amount, windowSeconds, max: null } })
      entry.untold = 0
    }
    untold.clear()
    let answers: readonly Taken[]
    try {
      answers = await store.take(told.map(({ taking }) => taking))
    } catch {
      // The last store is this process's memory: only a bug comes here, and what was let through stays counted here.
      return
    }
    const moment = now()
    for (const [index, { entry }] of told.entries()) {
      const taken = answers[index]
      if (taken === undefined) continue
      entry.counts = [...taken.counts]
      entry.counts[0] = (entry.counts[0] ?? 0) + entry.untold
      entry.slotBegan = moment - taken.sinceSlotMs
    }
  }

  return {
    take,
    sync,
    close: async () => {
      closed = true
      clearTimeout(timer)
      await sync()
    },
  }
}

function answer(entry: Entry, accepted: boolean, moment: number): Taken {
  return { accepted, counts: entry.counts, sinceSlotMs: moment - entry.slotBegan }
}
