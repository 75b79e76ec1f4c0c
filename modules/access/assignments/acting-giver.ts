import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { actingStaff } from '../acting-staff.ts'
import type { Giver } from '../domain/giving.ts'
import { holdRoles } from '../store/lock.ts'
import { giverOf, loadStanding } from './load-standing.ts'

/**
 * Holds all roles, and answers who makes a call, what they may give and which roles they have: as it is now that nobody else
 * changes it, and not as it was when the call came in. @throws UNAUTHENTICATED, FORBIDDEN where they lost the permission since
 */
export async function actingGiver(
  tx: Tx,
  context: HandlerContext,
  needed: 'access:grant' | 'access:manage',
): Promise<{ readonly actor: StaffPrincipal; readonly giver: Giver; readonly roles: readonly string[] }> {
  const actor = actingStaff(context)
  await holdRoles(tx)
  const standing = await loadStanding(tx, { account_id: actor.id, role: actor.role }, context.now())
  const giver = giverOf(standing)
  if (!giver.holds(needed)) throw context.fail('FORBIDDEN')
  return { actor, giver, roles: standing.roles }
}
