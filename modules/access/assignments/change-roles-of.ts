import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { AccessDeps } from '../deps.ts'
import { type Giver, standsAbove } from '../domain/giving.ts'
import { findAssignments } from '../store/assignments.ts'
import { findRoleByName, type RoleRow } from '../store/roles.ts'
import { actingGiver } from './acting-giver.ts'
import { announceRolesChanged } from './announce.ts'
import { loadStanding } from './load-standing.ts'
import { findBaseRole, standingView } from './standing-view.ts'

type Change = {
  readonly tx: Tx
  readonly role: RoleRow
  readonly actor: StaffPrincipal
  readonly giver: Giver
  readonly now: Date
}

type ChangeContext = HandlerContext<
  'ACCESS_OUTRANKED' | 'ACCESS_NOT_ONESELF' | 'ACCESS_NOT_STAFF' | 'ACCESS_NO_SUCH_ROLE'
>

/**
 * Changes the roles of somebody of the staff who stands below whoever calls, with one audit entry of what they were and
 * are, and answers what they may do then.
 * @throws NOT_FOUND, ACCESS_NOT_STAFF, ACCESS_NOT_ONESELF, ACCESS_NO_SUCH_ROLE, ACCESS_OUTRANKED
 */
export async function changeRolesOf(
  deps: AccessDeps,
  context: ChangeContext,
  wanted: { readonly user_id: string; readonly role: string },
  change: (parts: Change) => Promise<void>,
) {
  const now = context.now()
  const base = await findBaseRole(deps, context, wanted.user_id)
  if (base === null) throw context.fail('NOT_FOUND')
  if (base === 'customer') throw context.fail('ACCESS_NOT_STAFF')
  const person = { account_id: wanted.user_id, role: base }
  await deps.db.tx(async (tx) => {
    const { actor, giver } = await actingGiver(tx, context, 'access:grant')
    if (actor.id === person.account_id) throw context.fail('ACCESS_NOT_ONESELF')
    const role = await findRoleByName(tx, wanted.role)
    if (role === null) throw context.fail('ACCESS_NO_SUCH_ROLE')
    const { priority } = await loadStanding(tx, person, now)
    if (!standsAbove(giver, priority)) throw context.fail('ACCESS_OUTRANKED')
    const before = await heldBeside(tx, person.account_id, now)
    await change({ tx, role, actor, giver, now })
    await announceRolesChanged(deps, tx)
    await deps.audit.record(tx, context, {
      action: 'authz_change',
      subject_type: 'account',
      subject_id: person.account_id,
      before: { roles: before },
      after: { roles: await heldBeside(tx, person.account_id, now) },
    })
  })
  return { now, view: () => standingView(deps, person, now) }
}

async function heldBeside(tx: Tx, accountId: string, now: Date) {
  const held = await findAssignments(tx, accountId, now)
  return held.map(({ name, expires_at }) => ({ name, expires_at }))
}
