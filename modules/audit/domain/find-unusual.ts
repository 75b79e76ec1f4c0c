import { type Fact, type Insight, insightOf } from './insight.ts'

/** What somebody of the staff usually does, from the weeks before. */
export type Habit = {
  readonly actor_id: string
  /** Entries in each hour of the day, UTC. */
  readonly hours: readonly number[]
  /** Days on which there were any. */
  readonly days: number
  /** Of refunds asked for: how many, and the largest usual amount (their 90th percentile) in minor units. */
  readonly refunds: number
  readonly usual_refund: number
}

const MIN_DAYS = 5
const MIN_ENTRIES = 40
// An hour is unusual when fewer of all entries than this lie in it and the hours beside it.
const RARE = 0.01
const MIN_REFUNDS = 5
const FAR_ABOVE = 4
const LARGE_WITHOUT_HABIT = 100_000

/** Work of the staff at hours at which that person never works. Who has no habits yet is left alone. */
export function findNightWork(facts: readonly Fact[], habits: ReadonlyMap<string, Habit>): Insight[] {
  const unusual = facts.filter((fact) => {
    const habit = fact.actor_id === null ? undefined : habits.get(fact.actor_id)
    return fact.actor_kind === 'staff' && habit !== undefined && isRareHour(habit, hourOf(fact))
  })
  const groups = Map.groupBy(unusual, (fact) => `${fact.actor_id ?? ''} ${fact.occurred_at.slice(0, 10)}`)
  return [...groups].map(([of, group]) =>
    insightOf(
      {
        kind: 'night-work',
        severity: 'notice',
        title: 'Work at an unusual hour',
        explanation: `This person hardly ever works around ${String(hourOf(group[0])).padStart(2, '0')}:00 UTC.`,
        actor_id: group[0]?.actor_id ?? null,
      },
      of,
      group,
    ),
  )
}

/** Refunds far above what the person usually gives. */
export function findLargeRefunds(facts: readonly Fact[], habits: ReadonlyMap<string, Habit>): Insight[] {
  return facts.flatMap((fact) => {
    if (fact.action !== 'payments.refund-requested' || fact.actor_kind !== 'staff') return []
    const habit = fact.actor_id === null ? undefined : habits.get(fact.actor_id)
    const explanation = whyLarge(fact.amount ?? 0, habit)
    if (explanation === null) return []
    const told = { kind: 'large-refund', severity: 'warning' as const, title: 'An unusually large refund' }
    return [insightOf({ ...told, explanation, actor_id: fact.actor_id }, fact.subject_id, [fact])]
  })
}

function whyLarge(amount: number, habit: Habit | undefined): string | null {
  if (habit !== undefined && habit.refunds >= MIN_REFUNDS) {
    if (amount <= habit.usual_refund * FAR_ABOVE) return null
    const times = Math.floor(amount / Math.max(1, habit.usual_refund))
    return `It is ${String(times)} times as large as nine of ten refunds of this person.`
  }
  return amount >= LARGE_WITHOUT_HABIT ? 'It is large, and this person has hardly refunded before.' : null
}

function isRareHour(habit: Habit, hour: number): boolean {
  const total = habit.hours.reduce((sum, count) => sum + count, 0)
  if (habit.days < MIN_DAYS || total < MIN_ENTRIES) return false
  const around = [hour + 23, hour, hour + 1].reduce((sum, each) => sum + (habit.hours[each % 24] ?? 0), 0)
  return around / total < RARE
}

function hourOf(fact: Fact | undefined): number {
  return Number(fact?.occurred_at.slice(11, 13) ?? 0)
}
