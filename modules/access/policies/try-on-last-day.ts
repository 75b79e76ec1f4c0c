import { setImmediate as turn } from 'node:timers/promises'
import type { PolicySet } from '@rampart/platform/policy/compile.ts'
import { decide, type Verdict } from '@rampart/platform/policy/decide.ts'
import { type DecisionRequest, factsOfRequest } from '@rampart/platform/policy/decision-request.ts'
import { findDecisions } from '../store/decisions.ts'
import type { PoliciesDeps } from './policies-deps.ts'
import { KEEP_DECISIONS_MS } from './prune-decisions.ts'

const MAX_ROWS = 5_000
const MAX_CHANGES = 50
/** Decisions at a stretch: some milliseconds, after which others get their turn. */
const STRETCH = 50

type Change = {
  readonly operation: string
  readonly principal_kind: string
  readonly principal_id: string | null
  readonly role: string | null
  readonly times: number
  readonly last_at: string
  readonly was: Verdict
  readonly would_be: Verdict
}

/** What was asked within the last day, decided by the policies in force and by those that are tried. */
export async function tryOnLastDay(
  deps: PoliciesDeps,
  sets: { readonly now: PolicySet; readonly then: PolicySet },
  moment: Date,
) {
  const rows = await findDecisions(deps.db, new Date(moment.getTime() - KEEP_DECISIONS_MS), MAX_ROWS)
  const changes = new Map<string, Change>()
  let [decisions, would_change] = [0, 0]
  for (const [index, { operation, times, last_at, ...row }] of rows.entries()) {
    if (index % STRETCH === STRETCH - 1) await turn()
    decisions += times
    const action = deps.actions.get(operation)
    if (action === undefined) continue
    const request = row.request as DecisionRequest
    const facts = factsOfRequest(request, action, moment)
    const [was, would_be] = [sets.now, sets.then].map(
      (set) => decide(set.concern(operation, facts.principal), facts).verdict,
    ) as [Verdict, Verdict]
    if (was === would_be) continue
    would_change += times
    const { kind, id = null, role = null } = request.principal
    const key = [operation, kind, id, role, was, would_be].join(' ')
    const known = changes.get(key)
    changes.set(key, {
      operation,
      principal_kind: kind,
      principal_id: id,
      role,
      times: times + (known?.times ?? 0),
      last_at: known !== undefined && known.last_at > last_at ? known.last_at : last_at,
      was,
      would_be,
    })
  }
  const frequent = [...changes.values()].sort((left, right) => right.times - left.times)
  return { decisions, would_change, changes: frequent.slice(0, MAX_CHANGES) }
}
