import { sign } from '@rampart/platform/crypto/tokens.ts'
import type { Queryable } from '@rampart/platform/db/db.ts'
import type { TryPolicy } from './domain/try-policies.ts'
import { forgetTries, giveBackTry, secondsUntilFree, takeTry } from './store/throttle-rows.ts'

/** One try that was counted before it was made. */
export type Try =
  /** How many have been made, this one included. */
  | { readonly allowed: true; readonly tries: number }
  | { readonly allowed: false; readonly retryAfterSeconds: number }

/** Counts tries in the database, so that all processes count together. */
export type Throttle = {
  /** Counts a try, unless a wait runs. Counted first and judged afterwards: parallel tries cannot slip through. */
  take(q: Queryable, name: string, policy: TryPolicy, now: Date): Promise<Try>
  /** The try was good: takes back its own count only. */
  giveBack(q: Queryable, name: string, now: Date): Promise<void>
  /** The try was good: forgets all before it too. */
  forget(q: Queryable, name: string): Promise<void>
}

/** A throttle whose rows name nobody: their keys are keyed hashes. */
export function throttle(key: Buffer): Throttle {
  const hide = (name: string): string => sign(key, name)
  return {
    async take(q, name, policy, now) {
      const tries = await takeTry(q, hide(name), policy, now)
      if (tries !== null) return { allowed: true, tries }
      return { allowed: false, retryAfterSeconds: Math.max(1, await secondsUntilFree(q, hide(name), now)) }
    },
    giveBack: (q, name, now) => giveBackTry(q, hide(name), now),
    forget: (q, name) => forgetTries(q, hide(name)),
  }
}
