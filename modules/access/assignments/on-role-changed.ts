import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import type { Listener } from '@rampart/platform/events/listener.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { AccessDeps } from '../deps.ts'
import { revokeKeysOf } from '../store/api-keys.ts'
import { deleteAssignments } from '../store/assignments.ts'
import { holdRoles } from '../store/lock.ts'
import { announceRolesChanged } from './announce.ts'
import { settleHeights } from './tell-heights.ts'

/** Whoever leaves the staff leaves all their roles and API keys: coming back one day brings none of them along. */
export const onRoleChanged =
  (deps: AccessDeps): Listener<EventPayload<Identity, 'identity.role-changed.v1'>> =>
  async ({ payload: { account_id, role } }, { call, now, once }) => {
    if (role !== 'customer') return
    await once(async (tx) => {
      await holdRoles(tx)
      const roles = await deleteAssignments(tx, account_id)
      // They open nothing any more as it is, so nobody has to hear of it.
      const keys = await revokeKeysOf(tx, account_id, now())
      if (roles.length + keys.length === 0) return
      await announceRolesChanged(deps, tx)
      await deps.audit.record(tx, call, {
        action: 'authz_change',
        subject_type: 'account',
        subject_id: account_id,
        before: { roles, keys },
        after: { roles: [], keys: [], reason: 'left_staff' },
      })
    })
    await settleHeights(deps, [account_id], call, now())
  }
