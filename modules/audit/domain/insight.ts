/** As much of an entry as rules look at. */
export type Fact = {
  readonly id: string
  readonly action: string
  readonly subject_type: string
  readonly subject_id: string
  readonly actor_kind: string
  readonly actor_id: string | null
  readonly ip: string | null
  /** ISO 8601, UTC. */
  readonly occurred_at: string
  /** Of the session of a sign-in: `shop` or `staff`. */
  readonly audience: string | null
  /** Whether the sign-in came from a country that is new for the account. */
  readonly new_country: boolean
  /** In minor units of the shop's currency, where the entry is about money. */
  readonly amount: number | null
}

export type Severity = 'info' | 'notice' | 'warning'

/** Something unusual, with the entries behind it. */
export type Insight = {
  readonly id: string
  readonly kind: string
  readonly severity: Severity
  readonly title: string
  readonly explanation: string
  readonly actor_id: string | null
  readonly from: string
  readonly to: string
  readonly count: number
  readonly entry_ids: readonly string[]
}

const MOST_ENTRIES = 20

type Told = Pick<Insight, 'kind' | 'severity' | 'title' | 'explanation' | 'actor_id'>

/** An insight over these facts, oldest first; `of` tells it from others of its kind. */
export function insightOf(told: Told, of: string, facts: readonly Fact[]): Insight {
  const [first, last] = [facts[0], facts.at(-1)]
  if (first === undefined || last === undefined) throw new Error('An insight needs an entry behind it.')
  return {
    ...told,
    id: `${told.kind}:${of}:${first.id}`,
    from: first.occurred_at,
    to: last.occurred_at,
    count: facts.length,
    entry_ids: facts
      .slice(-MOST_ENTRIES)
      .map(({ id }) => id)
      .reverse(),
  }
}
