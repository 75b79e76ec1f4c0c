import type { Handler } from '@rampart/platform/contract/handler.ts'
import { holdsPermission } from '@rampart/platform/contract/principal.ts'
import type { Access } from '@rampart/contracts/access.ts'
import { actingStaff } from '../acting-staff.ts'
import { daysAfter, MOST_KEYS } from '../domain/key-terms.ts'
import { findUnknown } from '../roles/known-permissions.ts'
import { countKeys, insertKey } from '../store/api-keys.ts'
import type { ApiKeysDeps } from './api-keys-deps.ts'
import { isForKeys } from './key-permissions.ts'
import { keyView } from './key-view.ts'
import { makeKey } from './make-key.ts'

/** Makes a key for a program that acts for the caller. It is answered here and never again. */
export const createApiKey =
  (deps: ApiKeysDeps): Handler<Access, 'createApiKey'> =>
  async ({ name, permissions: wanted, days, networks }, context) => {
    const owner = actingStaff(context)
    const permissions = [...new Set(wanted)].sort()
    if (!permissions.every(isForKeys)) throw context.fail('ACCESS_NOT_FOR_KEYS')
    if (!permissions.every((permission) => holdsPermission(owner.permissions, permission)))
      throw context.fail('ACCESS_NOT_HELD')
    if ((await findUnknown(deps.db, deps.contracts, permissions)).length > 0)
      throw context.fail('ACCESS_UNKNOWN_PERMISSION')
    const now = context.now()
    const { key, kept } = makeKey(now)
    const row = await deps.db.tx(async (tx) => {
      if ((await countKeys(tx, owner.id, now)) >= MOST_KEYS) throw context.fail('ACCESS_TOO_MANY_KEYS')
      const terms = { owner_id: owner.id, name, permissions, networks, expires_at: daysAfter(now, days) }
      const made = await insertKey(tx, { ...kept, ...terms, replaces: null }, now)
      await deps.audit.record(tx, context, {
        action: 'authz_api_key_created',
        subject_type: 'api_key',
        subject_id: made.id,
        after: { name, prefix: made.prefix, permissions, networks, expires_at: made.expires_at },
      })
      return made
    })
    return { ...keyView(row, now), key }
  }
