import { ANNOUNCE_MS, KEEP_KEY_MS, SIGNING_MS } from './lifetimes.ts'

export type KeyTimes = { readonly kid: string; readonly signs_from: string }

/** The keys of one algorithm, the one that signs at this moment first; keys to come and keys of old follow. */
export function signingOrder<K extends KeyTimes>(keys: readonly K[], now: Date): K[] {
  const newestFirst = [...keys].sort(
    (left, right) => Date.parse(right.signs_from) - Date.parse(left.signs_from),
  )
  const current = newestFirst.find((key) => startsAt(key) <= now.getTime()) ?? newestFirst.at(-1)
  return current === undefined ? [] : [current, ...newestFirst.filter((key) => key !== current)]
}

/** When a key that is made now is to sign from; null when none is needed yet. */
export function nextKeyStart(keys: readonly KeyTimes[], now: Date): Date | null {
  if (keys.length === 0) return now
  const newest = Math.max(...keys.map(startsAt))
  const due = Math.max(newest + SIGNING_MS, now.getTime() + ANNOUNCE_MS)
  return newest + SIGNING_MS - ANNOUNCE_MS > now.getTime() ? null : new Date(due)
}

/** The keys that nobody needs any more: replaced longer ago than anything they signed is of use. */
export function worthlessKeys(keys: readonly KeyTimes[], now: Date): string[] {
  return keys
    .filter((key) => {
      const successors = keys.map(startsAt).filter((start) => start > startsAt(key))
      return successors.length > 0 && Math.min(...successors) + KEEP_KEY_MS <= now.getTime()
    })
    .map((key) => key.kid)
}

function startsAt(key: KeyTimes): number {
  return Date.parse(key.signs_from)
}
