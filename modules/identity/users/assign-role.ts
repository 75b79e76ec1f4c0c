import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { audienceOf, type RoleName } from '../domain/roles.ts'
import { announceSessionsChanged } from '../sessions/announce.ts'
import { countOtherOwners, type HeldUser, setRole } from '../store/users.ts'
import { changeUser, mayGive } from './change-user.ts'
import { endSessionsOf } from './end-sessions-of.ts'

/** Gives somebody else another role, at most as high as one may give. */
export const assignRole =
  (deps: IdentityDeps): Handler<Identity, 'assignRole'> =>
  async ({ user_id, role }, context) =>
    changeUser(deps, context, user_id, async (tx, user, actor) => {
      if (user.id === actor.id) throw context.fail('IDENTITY_NOT_ONESELF')
      if (
        user.role === 'super_admin' &&
        role !== 'super_admin' &&
        (await countOtherOwners(tx, user.id)) === 0
      ) {
        throw context.fail('IDENTITY_LAST_OWNER')
      }
      if (user.role === role) return
      await giveRole(deps, tx, { user, role, actor }, context)
      await deps.audit.record(tx, context, {
        action: 'authz_change',
        subject_type: 'account',
        subject_id: user.id,
        before: { role: user.role },
        after: { role },
      })
    })

type Gift = { readonly user: HeldUser; readonly role: RoleName; readonly actor: StaffPrincipal }

/** Writes a role. Whoever changes sides signs in anew, at the other door. @throws IDENTITY_OUTRANKED */
export async function giveRole(
  deps: IdentityDeps,
  tx: Tx,
  { user, role, actor }: Gift,
  context: HandlerContext<'IDENTITY_OUTRANKED'>,
): Promise<void> {
  if (!mayGive(actor, role)) throw context.fail('IDENTITY_OUTRANKED')
  const now = context.now()
  await setRole(tx, user.id, role, now)
  const payload = { account_id: user.id, role }
  await deps.outbox.add(tx, 'identity.role-changed.v1', payload, { key: user.id })
  if (audienceOf(role) === audienceOf(user.role)) await announceSessionsChanged(deps, tx)
  else await endSessionsOf(deps, tx, user.id, 'role_changed', now)
}
