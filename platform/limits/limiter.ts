import type { CounterStore, Taken } from './counter-store.ts'
import { nearCounter } from './near-counter.ts'
import { type Rule, type Tier, tiers } from './tiers.ts'
import { used, waitMs } from './window.ts'

/** What a limit says to one request. */
export type Verdict = {
  readonly accepted: boolean
  /** The tier, with `-caller` for the limit of one caller. */
  readonly name: string
  readonly max: number
  readonly windowSeconds: number
  readonly remaining: number
  /** Whole seconds until more fits than now; for a refusal, until one more does. */
  readonly waitSeconds: number
}

export type Limiter = {
  /**
   * Counts something against the limits of a tier that go by network, or by caller. Answers the tightest verdict, or the
   * first refusal; null where the tier has no such limit. A promise only where the shared store has to be asked.
   */
  take(tier: Tier, by: Rule['by'], who: string, operation: string): Verdict | null | Promise<Verdict | null>
  close(): Promise<void>
}

/** Limits over a store that always answers. `factor` multiplies every limit. */
export function limiter(store: CounterStore, factor = 1, now: () => number = Date.now): Limiter {
  const near = nearCounter(store, { now })
  const rules = preparedRules(factor)

  function ask(rule: Prepared, who: string, operation: string): Taken | Promise<Taken> {
    const key = rule.each ? `${rule.prefix}${operation}:${who}` : `${rule.prefix}${who}`
    if (!rule.exact) return near.take(key, rule.max, rule.windowSeconds)
    const { max, windowSeconds } = rule
    return store.take([{ key, amount: 1, windowSeconds, max }]).then(([taken]) => {
      if (taken === undefined) throw new Error('The store of limits did not answer.')
      return taken
    })
  }

  async function takeRest(
    own: readonly Prepared[],
    from: number,
    first: Promise<Taken>,
    before: Verdict | null,
    who: string,
    operation: string,
  ): Promise<Verdict | null> {
    let tightest = before
    for (let index = from; index < own.length; index += 1) {
      const rule = own[index]
      if (rule === undefined) break
      const verdict = verdictOf(rule, await (index === from ? first : ask(rule, who, operation)))
      if (!verdict.accepted) return verdict
      tightest = tighter(tightest, verdict)
    }
    return tightest
  }

  return {
    take: (tier, by, who, operation) => {
      const own = rules[tier][by]
      let tightest: Verdict | null = null
      for (let index = 0; index < own.length; index += 1) {
        const rule = own[index]
        if (rule === undefined) break
        const taken = ask(rule, who, operation)
        if (taken instanceof Promise) return takeRest(own, index, taken, tightest, who, operation)
        const verdict = verdictOf(rule, taken)
        if (!verdict.accepted) return verdict
        tightest = tighter(tightest, verdict)
      }
      return tightest
    },
    close: async () => {
      await near.close()
      await store.close()
    },
  }
}

type Prepared = {
  readonly prefix: string
  readonly name: string
  readonly max: number
  readonly windowSeconds: number
  readonly each: boolean
  readonly exact: boolean
}

function preparedRules(
  factor: number,
): Readonly<Record<Tier, Readonly<Record<Rule['by'], readonly Prepared[]>>>> {
  const entries = Object.entries(tiers).map(([tier, rules]) => {
    const prepared = (by: Rule['by']): Prepared[] =>
      rules
        .filter((rule) => rule.by === by)
        .map((rule, index) => prepare(index === 0 ? tier : `${tier}-${String(rule.seconds)}`, rule, factor))
    return [tier, { network: prepared('network'), caller: prepared('caller') }] as const
  })
  return Object.fromEntries(entries) as Record<Tier, Record<Rule['by'], Prepared[]>>
}

function prepare(tier: string, { by, max, seconds, each, exact }: Rule, factor: number): Prepared {
  return {
    prefix: `${tier}:${by}:${String(seconds)}:`,
    name: by === 'network' ? tier : `${tier}-caller`,
    max: Math.max(1, Math.round(max * factor)),
    windowSeconds: seconds,
    each: each !== undefined,
    exact: exact === true,
  }
}

function verdictOf(rule: Prepared, taken: Taken): Verdict {
  const { name, max, windowSeconds } = rule
  const remaining = taken.accepted ? Math.max(0, max - used(taken.counts)) : 0
  const ms = waitMs(taken.counts, {
    max,
    windowSeconds,
    sinceSlotMs: taken.sinceSlotMs,
    wanted: remaining + 1,
  })
  return {
    accepted: taken.accepted,
    name,
    max,
    windowSeconds,
    remaining,
    waitSeconds: Math.max(1, Math.ceil(ms / 1_000)),
  }
}

function tighter(left: Verdict | null, right: Verdict): Verdict {
  return left === null || right.remaining / right.max < left.remaining / left.max ? right : left
}
