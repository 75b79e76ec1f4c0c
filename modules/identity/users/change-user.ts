import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import { heightOf, type RoleName, standsAbove } from '../domain/roles.ts'
import { type HeldUser, holdUserAndActor } from '../store/users.ts'
import { userView } from './user-view.ts'

type ChangeContext = HandlerContext<'IDENTITY_OUTRANKED'>

/**
 * Holds somebody else's account, refuses who does not stand above it or is not any more what they were let in as, runs a
 * change in one transaction and answers the account as it is then.
 * @throws NOT_FOUND, FORBIDDEN, IDENTITY_OUTRANKED
 */
export async function changeUser(
  deps: IdentityDeps,
  context: ChangeContext,
  userId: string,
  change: (tx: Tx, user: HeldUser, actor: StaffPrincipal) => Promise<void>,
) {
  const actor = actingStaff(context)
  await deps.db.tx(async (tx) => {
    const { user, present } = await holdUserAndActor(tx, userId, actor.id)
    if (present?.role !== actor.role || present.locked_at !== null) throw context.fail('FORBIDDEN')
    if (user === null) throw context.fail('NOT_FOUND')
    if (user.id !== actor.id && !standsAbove(actor, heightOf(user))) {
      throw context.fail('IDENTITY_OUTRANKED')
    }
    await change(tx, user, actor)
  })
  return userView(deps, context, userId)
}

/** The member of staff who makes a call. @throws UNAUTHENTICATED */
export function actingStaff(context: HandlerContext): StaffPrincipal {
  if (context.principal.kind === 'staff') return context.principal
  throw context.fail('UNAUTHENTICATED')
}

/** Whether somebody may give a role: one below their own, with nothing in it that they do not hold themselves. */
export function mayGive({ gives = [] }: StaffPrincipal, role: RoleName): boolean {
  return gives.includes(role)
}
