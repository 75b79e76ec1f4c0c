import { type Fact, type Insight, insightOf } from './insight.ts'
import { type SingleRule, singleRules } from './single-rules.ts'

/** Entries that are worth a look by themselves, by person and day. */
export function findSingles(facts: readonly Fact[], rules: readonly SingleRule[] = singleRules): Insight[] {
  return rules.flatMap(({ applies, ...told }) => {
    const groups = Map.groupBy(facts.filter(applies), (fact) =>
      [personOf(fact) ?? '', fact.occurred_at.slice(0, 10)].join(' '),
    )
    return [...groups].map(([of, group]) =>
      insightOf({ ...told, actor_id: group[0] === undefined ? null : personOf(group[0]) }, of, group),
    )
  })
}

/** Who did it; of a sign-in, which a guest begins, the account that it led to. */
export function personOf(fact: Fact): string | null {
  if (fact.actor_id !== null) return fact.actor_id
  return fact.subject_type === 'account' ? fact.subject_id : null
}
