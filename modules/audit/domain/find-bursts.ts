import { type BurstRule, burstRules, commonOf } from './burst-rules.ts'
import { type Fact, type Insight, insightOf } from './insight.ts'

/** Bursts in facts that are in the order of time. */
export function findBursts(facts: readonly Fact[], rules: readonly BurstRule[] = burstRules): Insight[] {
  return rules.flatMap((rule) => {
    const groups = Map.groupBy(
      facts.filter((fact) => counts(rule, fact) && commonOf(rule, fact) !== null),
      (fact) => commonOf(rule, fact) ?? '',
    )
    return [...groups].flatMap(([common, group]) =>
      burstsOf(rule, group).map((burst) => toInsight(rule, common, burst)),
    )
  })
}

function counts(rule: BurstRule, fact: Fact): boolean {
  if (rule.actors === 'staff' && fact.actor_kind !== 'staff') return false
  return rule.actions.some((action) =>
    action.endsWith('*') ? fact.action.startsWith(action.slice(0, -1)) : fact.action === action,
  )
}

/** Stretches in which at least `threshold` facts lie within `minutes`; stretches that overlap are one. */
function burstsOf(rule: BurstRule, facts: readonly Fact[]): Fact[][] {
  const span = rule.minutes * 60_000
  const times = facts.map((fact) => Date.parse(fact.occurred_at))
  const bursts: { from: number; to: number }[] = []
  let from = 0
  for (const [to, time] of times.entries()) {
    while (time - (times[from] ?? time) > span) from += 1
    if (to - from + 1 < rule.threshold) continue
    const last = bursts.at(-1)
    if (last !== undefined && from <= last.to) last.to = to
    else bursts.push({ from, to })
  }
  return bursts.map((burst) => facts.slice(burst.from, burst.to + 1))
}

function toInsight(rule: BurstRule, common: string, facts: readonly Fact[]): Insight {
  const explanation = rule.explanation
    .replace('{count}', String(facts.length))
    .replace('{minutes}', String(minutesOf(facts)))
  const actors = new Set(facts.map(({ actor_id }) => actor_id))
  const [actor = null] = actors.size === 1 ? actors : []
  const { kind, severity, title } = rule
  return insightOf({ kind, severity, title, explanation, actor_id: actor }, common, facts)
}

function minutesOf(facts: readonly Fact[]): number {
  const [first, last] = [facts[0], facts.at(-1)]
  if (first === undefined || last === undefined) return 0
  return Math.max(1, Math.ceil((Date.parse(last.occurred_at) - Date.parse(first.occurred_at)) / 60_000))
}
