import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { AccessDeps } from '../deps.ts'
import { findAssignments } from '../store/assignments.ts'
import { loadStanding } from './load-standing.ts'

/** The role of somebody's account; null when there is no such account. */
export async function findBaseRole(
  deps: AccessDeps,
  context: CallContext,
  accountId: string,
): Promise<string | null> {
  const { items } = await deps.clients.identity.getBaseRoles(context, { account_ids: [accountId] })
  return items[0]?.role ?? null
}

/** What somebody may do, all roles together. */
export async function standingView(
  deps: AccessDeps,
  person: { readonly account_id: string; readonly role: string },
  now: Date,
) {
  const { account_id, role } = person
  const { priority, permissions } = await loadStanding(deps.db, person, now)
  return {
    user_id: account_id,
    base_role: role,
    roles: role === 'customer' ? [] : await findAssignments(deps.db, account_id, now),
    priority,
    permissions: [...permissions],
  }
}
