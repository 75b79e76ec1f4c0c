import { STALE_SECONDS } from './build-index.ts'
import type { SearchDeps } from './deps.ts'
import { queueBuild, queueTakingIn } from './queue.ts'
import { findIndexState, type IndexState } from './store/state.ts'
import { triedBefore } from './take-in.ts'

const DAY_MS = 86_400_000
const SETTLED = 50
const GROWTH = 0.25

/**
 * Has the index built anew where it never was, where who built it died, where it is a day old, and where the catalogue
 * is no longer the one that the weights of words rest on. Has taken in what was left lying.
 */
export const watchIndex = (deps: SearchDeps) => async (): Promise<void> => {
  const now = deps.clock()
  const state = await findIndexState(deps.db, triedBefore(now))
  const due = isDue(state, now)
  if (!due && state.pending + state.failed_due === 0) return
  await deps.db.tx((tx) => (due ? queueBuild(deps, tx) : queueTakingIn(deps, tx)))
}

function isDue({ documents, documents_then, building, alive_at, built_at }: IndexState, now: Date): boolean {
  if (building) return now.getTime() - Date.parse(alive_at ?? '') > STALE_SECONDS * 1_000
  if (built_at === null) return true
  const change = Math.abs(documents - documents_then)
  if (change > SETTLED && change > documents_then * GROWTH) return true
  return documents > 0 && now.getTime() - Date.parse(built_at) > DAY_MS
}
