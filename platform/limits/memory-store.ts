import type { CounterStore, Taken, Taking } from './counter-store.ts'
import { noCounts, shifted, SLOTS, slotMs, used } from './window.ts'

type Entry = { slot: number; counts: number[]; slotMs: number }

const MOST_KEYS = 100_000

/** Counts in this process alone: what is left when every shared store is gone. Forgets the oldest keys first. */
export function memoryStore(now: () => number = Date.now, mostKeys = MOST_KEYS): CounterStore {
  const entries = new Map<string, Entry>()

  function take({ key, amount, windowSeconds, max }: Taking): Taken {
    const length = slotMs(windowSeconds)
    const moment = now()
    const slot = Math.floor(moment / length)
    const known = entries.get(key)
    const counts = known === undefined ? noCounts() : shifted(known.counts, slot - known.slot)
    const accepted = max === null || used(counts) + amount <= max
    if (accepted) counts[0] = (counts[0] ?? 0) + amount
    entries.delete(key)
    entries.set(key, { slot: Math.max(slot, known?.slot ?? slot), counts, slotMs: length })
    return { accepted, counts, sinceSlotMs: moment - slot * length }
  }

  // Keys stand in the order of their last use, so the first ones that still count end the look.
  function forget(): void {
    const moment = now()
    for (const [key, entry] of entries) {
      const over = moment > (entry.slot + SLOTS + 1) * entry.slotMs
      if (!over && entries.size <= mostKeys) return
      entries.delete(key)
    }
  }

  return {
    take: (takings) => {
      const taken = takings.map(take)
      forget()
      return Promise.resolve(taken)
    },
    close: () => Promise.resolve(),
  }
}
