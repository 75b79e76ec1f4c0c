import { sign } from '@rampart/platform/crypto/tokens.ts'
import type { Queryable } from '@rampart/platform/db/db.ts'
import type { TryPolicy } from './domain/try-policies.ts'
import {
  findTries,
  forgetTries,
  giveBackTry,
  type KeyedPolicy,
  takeTries,
  type TryRow,
} from './store/throttle-rows.ts'

/** One try that was counted before it was made. */
export type Try =
  /** How many have been made, this one included. */
  | { readonly allowed: true; readonly tries: number }
  | { readonly allowed: false; readonly retryAfterSeconds: number }

/** How often something was tried, and how long nothing is tried any more. */
export type Count = { readonly tries: number; readonly waitSeconds: number }

/** A name that tries are counted by, with its rule. */
export type Counter = { readonly name: string; readonly policy: TryPolicy }

/** Counts tries in the database, so that all processes count together. */
export type Throttle = {
  /** Counts a try, unless a wait runs. Counted first and judged afterwards: parallel tries cannot slip through. */
  take(q: Queryable, name: string, policy: TryPolicy, now: Date): Promise<Try>
  /** One try under several names, each on its own; null where there is none. In the order of the counters. */
  takeEach(q: Queryable, counters: readonly (Counter | null)[], now: Date): Promise<readonly (Try | null)[]>
  /** What was counted so far, in the order of the counters; counts nothing. */
  look(q: Queryable, counters: readonly Counter[], now: Date): Promise<readonly Count[]>
  /** The try was good: takes back its own count only. */
  giveBack(q: Queryable, name: string, now: Date): Promise<void>
  /** The try was good: forgets all before it too. */
  forget(q: Queryable, ...names: string[]): Promise<void>
}

/** A throttle whose rows name nobody: their keys are keyed hashes. */
export function throttle(key: Buffer): Throttle {
  const hide = (name: string): string => sign(key, name)
  const keyedBy = ({ name, policy }: Counter): KeyedPolicy => ({ key: hide(name), policy })
  const lookAt = async (
    q: Queryable,
    keyed: readonly KeyedPolicy[],
    now: Date,
  ): Promise<readonly Count[]> => {
    const keys = keyed.map(({ key }) => key)
    const rows = await findTries(q, keys)
    return keyed.map(({ key, policy }) => countOf(rows.get(key), policy, now))
  }
  const takeKeyed = async (
    q: Queryable,
    keyed: readonly KeyedPolicy[],
    now: Date,
  ): Promise<readonly Try[]> => {
    const taken = await takeTries(q, keyed, now)
    const counts = taken.size === keyed.length ? [] : await lookAt(q, keyed, now)
    return keyed.map(({ key }, index) => {
      const tries = taken.get(key)
      if (tries !== undefined) return { allowed: true, tries }
      return { allowed: false, retryAfterSeconds: Math.max(1, counts[index]?.waitSeconds ?? 0) }
    })
  }
  return {
    async take(q, name, policy, now) {
      const [taken] = await takeKeyed(q, [keyedBy({ name, policy })], now)
      if (taken === undefined) throw new Error('A try was not counted.')
      return taken
    },
    async takeEach(q, counters, now) {
      const present = counters.filter((counter) => counter !== null)
      const taken = await takeKeyed(q, present.map(keyedBy), now)
      const tries = new Map(present.map((counter, index) => [counter, taken[index]]))
      return counters.map((counter) => (counter === null ? null : (tries.get(counter) ?? null)))
    },
    look: (q, counters, now) => lookAt(q, counters.map(keyedBy), now),
    giveBack: (q, name, now) => giveBackTry(q, hide(name), now),
    forget: (q, ...names) => forgetTries(q, names.map(hide)),
  }
}

function countOf(row: TryRow | undefined, policy: TryPolicy, now: Date): Count {
  if (row === undefined) return { tries: 0, waitSeconds: 0 }
  const isOld = Date.parse(row.updated_at) < now.getTime() - policy.forget * 1_000
  const waitMs = Math.max(0, Date.parse(row.blocked_until) - now.getTime())
  return { tries: isOld ? 0 : row.tries, waitSeconds: Math.ceil(waitMs / 1_000) }
}
