const HOUR_MS = 3_600_000

/** Working keys that one person has at most; those that wait to be given up for their successor do not count. */
export const MOST_KEYS = 50

/** How old the note of a key's last use may be before it is written again. */
export const TOUCH_KEY_MS = 60_000

/** How long a key that is over can be read in the list. */
export const KEEP_KEYS_MS = 365 * 24 * HOUR_MS

/** A moment so many hours later. */
export function hoursAfter(now: Date, hours: number): Date {
  return new Date(now.getTime() + hours * HOUR_MS)
}

/** A moment so many days later, of 24 hours each. */
export function daysAfter(now: Date, days: number): Date {
  return hoursAfter(now, days * 24)
}
