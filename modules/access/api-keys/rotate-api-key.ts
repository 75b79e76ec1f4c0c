import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Access } from '@rampart/contracts/access.ts'
import { actingStaff } from '../acting-staff.ts'
import { daysAfter, hoursAfter } from '../domain/key-terms.ts'
import { findKey, insertKey, replaceKey } from '../store/api-keys.ts'
import { announceKeysChanged } from './announce-keys.ts'
import type { ApiKeysDeps } from './api-keys-deps.ts'
import { keyView } from './key-view.ts'
import { makeKey } from './make-key.ts'

/**
 * Makes the next key in place of one of the caller's, with what that one may do. The old one works on for a while. Of
 * any number of parallel tries one makes a key.
 */
export const rotateApiKey =
  (deps: ApiKeysDeps): Handler<Access, 'rotateApiKey'> =>
  async ({ key_id, overlap_hours, days }, context) => {
    const owner = actingStaff(context)
    if ((await findKey(deps.db, key_id, owner.id)) === null) throw context.fail('NOT_FOUND')
    const now = context.now()
    const { key, kept } = makeKey(now)
    const row = await deps.db.tx(async (tx) => {
      const old = await replaceKey(tx, owner.id, key_id, hoursAfter(now, overlap_hours), now)
      if (old === null) throw context.fail('ACCESS_KEY_OVER')
      const { name, permissions, networks } = old
      const terms = { owner_id: owner.id, name, permissions, networks, expires_at: daysAfter(now, days) }
      const made = await insertKey(tx, { ...kept, ...terms, replaces: old.id }, now)
      await announceKeysChanged(deps, tx)
      await deps.audit.record(tx, context, {
        action: 'authz_api_key_rotated',
        subject_type: 'api_key',
        subject_id: made.id,
        before: { replaces: old.id, prefix: old.prefix, works_until: old.expires_at },
        after: { name, prefix: made.prefix, permissions, networks, expires_at: made.expires_at },
      })
      return made
    })
    return { ...keyView(row, now), key }
  }
