import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { AccessDeps } from '../deps.ts'
import { actingGiver } from '../assignments/acting-giver.ts'
import { announceRolesChanged } from '../assignments/announce.ts'
import { raiseHeights, settleHeights } from '../assignments/tell-heights.ts'
import { refusalToChange } from '../domain/giving.ts'
import { findHolders } from '../store/assignments.ts'
import { findRole, type RoleContent, type RoleRow, writeRole } from '../store/roles.ts'
import { roleFacts, roleView } from './role-view.ts'

type ChangeContext = HandlerContext<'ACCESS_OUTRANKED' | 'ACCESS_NOT_HELD' | 'ACCESS_BUILT_IN'>

// Whoever owns the shop may do everything, and what customers may do is not a matter of permissions.
const fixed = new Set(['super_admin', 'customer'])

/**
 * Changes a role below that of whoever calls, with one audit entry of what it was and is; a change to what it is already
 * leaves none. Acts at once on everybody who has it.
 * @throws NOT_FOUND, ACCESS_OUTRANKED, ACCESS_NOT_HELD, ACCESS_BUILT_IN, and what `change` throws
 */
export async function changeRole(
  deps: AccessDeps,
  context: ChangeContext,
  roleId: string,
  change: (role: RoleRow, tx: Tx) => RoleContent | Promise<RoleContent>,
) {
  const now = context.now()
  const { role, lowered } = await deps.db.tx(async (tx) => {
    const { giver, roles } = await actingGiver(tx, context, 'access:manage')
    const before = await findRole(tx, roleId)
    if (before === null) throw context.fail('NOT_FOUND')
    const outranked = refusalToChange(giver, before, before)
    if (outranked !== null) throw context.fail(outranked)
    if (fixed.has(before.name)) throw context.fail('ACCESS_BUILT_IN')
    const content = await change(before, tx)
    const refused = refusalToChange(giver, before, content, roles.includes(before.name))
    if (refused !== null) throw context.fail(refused)
    if (before.built_in && content.priority !== before.priority) throw context.fail('ACCESS_BUILT_IN')
    if (isSame(before, content)) return { role: before, lowered: [] }
    const after = await writeRole(tx, roleId, before.version, content, now)
    if (after === null) throw context.fail('NOT_FOUND')
    const holders = after.priority === before.priority ? [] : await findHolders(tx, roleId)
    if (holders.length > 0) await raiseHeights(deps, tx, holders, context, now)
    await announceRolesChanged(deps, tx)
    await deps.audit.record(tx, context, {
      action: 'authz_change',
      subject_type: 'role',
      subject_id: roleId,
      before: roleFacts(before),
      after: roleFacts(after),
    })
    return { role: after, lowered: after.priority < before.priority ? holders : [] }
  })
  await settleHeights(deps, lowered, context, now)
  return roleView(role)
}

function isSame(before: RoleRow, after: RoleContent): boolean {
  return (
    before.title === after.title &&
    before.description === after.description &&
    before.priority === after.priority &&
    before.permissions.length === after.permissions.length &&
    after.permissions.every((permission) => before.permissions.includes(permission))
  )
}
