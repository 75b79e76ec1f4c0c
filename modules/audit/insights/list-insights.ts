import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Audit } from '@rampart/contracts/audit.ts'
import type { AuditDeps } from '../deps.ts'
import { findBursts } from '../domain/find-bursts.ts'
import { findSingles } from '../domain/find-singles.ts'
import { findLargeRefunds, findNightWork } from '../domain/find-unusual.ts'
import { listFacts, listHabits } from '../store/facts.ts'

const DAY_MS = 86_400_000
const HABIT_DAYS = 60
const MOST_FACTS = 20_000
const MOST_INSIGHTS = 200

/** Unusual patterns of the last days, the newest first. */
export const listInsights =
  (deps: AuditDeps): Handler<Audit, 'listInsights'> =>
  async ({ days }, context) => {
    const until = context.now()
    const from = new Date(until.getTime() - days * DAY_MS)
    // The end of the span is open, and what occurs in this very millisecond belongs to it.
    const facts = await listFacts(deps.db, from, new Date(until.getTime() + 1), MOST_FACTS)
    const staff = facts.filter(({ actor_kind }) => actor_kind === 'staff')
    const actors = [...new Set(staff.flatMap(({ actor_id }) => actor_id ?? []))]
    const habits = await listHabits(deps.db, actors, new Date(from.getTime() - HABIT_DAYS * DAY_MS), from)
    const found = [
      ...findBursts(facts),
      ...findSingles(facts),
      ...findNightWork(staff, habits),
      ...findLargeRefunds(staff, habits),
    ]
    const items = found
      .sort((left, right) => (left.to < right.to ? 1 : -1))
      .slice(0, MOST_INSIGHTS)
      .map((insight) => ({ ...insight, entry_ids: [...insight.entry_ids] }))
    return { items }
  }
