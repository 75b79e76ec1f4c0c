/**
 * The one rule of every limit, wherever its counts are kept: a window is cut into ten slots, and what counts is
 * everything in the slot that runs, the nine before it and the one that the window has only partly left. So no window of
 * this length, wherever it begins, ever holds more than the limit; the price is that an event counts for up to a tenth of
 * the window longer than it had to. A log of moments would be exact in both directions, but grows with the limit and
 * cannot be added up over processes; two weighted buckets let nearly twice the limit through after a burst.
 */
export const SLOTS = 10

/** Counts of the slot that runs and of the ten before it, newest first. */
export type Counts = readonly number[]

/** How long a slot of a window lasts, in milliseconds. */
export function slotMs(windowSeconds: number): number {
  return (windowSeconds * 1_000) / SLOTS
}

/** Nothing counted yet. */
export function noCounts(): number[] {
  return new Array<number>(SLOTS + 1).fill(0)
}

/** How much the window holds. */
export function used(counts: Counts): number {
  let sum = 0
  for (const count of counts) sum += count
  return sum
}

/** The counts so many slots later. */
export function shifted(counts: Counts, slots: number): number[] {
  if (slots <= 0) return [...counts]
  const empty = new Array<number>(Math.min(slots, SLOTS + 1)).fill(0)
  return [...empty, ...counts].slice(0, SLOTS + 1)
}

/**
 * Milliseconds until `wanted` more fit below `max`, or, asked for a whole limit, until everything counted is forgotten.
 * `sinceSlotMs`: how long the slot that runs has been running.
 */
export function waitMs(
  counts: Counts,
  options: { max: number; windowSeconds: number; sinceSlotMs: number; wanted?: number },
): number {
  const slot = slotMs(options.windowSeconds)
  const room = options.max - (options.wanted ?? 1)
  let left = used(counts)
  if (left <= room) return 0
  for (let index = SLOTS; index >= 0; index -= 1) {
    left -= counts[index] ?? 0
    if (left <= room) return (SLOTS + 1 - index) * slot - options.sinceSlotMs
  }
  return (SLOTS + 1) * slot - options.sinceSlotMs
}
