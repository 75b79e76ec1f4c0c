import type { Handler } from '@rampart/platform/contract/handler.ts'
import { holdsPermission } from '@rampart/platform/contract/principal.ts'
import type { Access } from '@rampart/contracts/access.ts'
import { actingStaff } from '../acting-staff.ts'
import { isWorking } from '../domain/key-status.ts'
import { findKey, revokeKey } from '../store/api-keys.ts'
import { announceKeysChanged } from './announce-keys.ts'
import type { ApiKeysDeps } from './api-keys-deps.ts'

/** Ends a key at once: the caller's, or anybody's for whoever manages access. Ending it again changes nothing. */
export const revokeApiKey =
  (deps: ApiKeysDeps): Handler<Access, 'revokeApiKey'> =>
  async ({ key_id }, context) => {
    const { id, permissions } = actingStaff(context)
    const owner = holdsPermission(permissions, 'access:manage') ? null : id
    if ((await findKey(deps.db, key_id, owner)) === null) throw context.fail('NOT_FOUND')
    const now = context.now()
    await deps.db.tx(async (tx) => {
      const revoked = await revokeKey(tx, key_id, owner, id, now)
      if (revoked === null) return
      await announceKeysChanged(deps, tx)
      const { owner_id, name, prefix } = revoked
      await deps.audit.record(tx, context, {
        action: 'authz_api_key_revoked',
        subject_type: 'api_key',
        subject_id: key_id,
        before: { owner_id, name, prefix, worked: isWorking({ ...revoked, revoked_at: null }, now) },
        after: { revoked: true },
      })
    })
    return null
  }
