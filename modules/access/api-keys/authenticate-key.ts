import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { Access } from '@rampart/contracts/access.ts'
import { knownStanding } from '../assignments/standing-of.ts'
import { isWorking } from '../domain/key-status.ts'
import { TOUCH_KEY_MS } from '../domain/key-terms.ts'
import { isKeyText } from '../domain/key-text.ts'
import { findKeyByHash, touchKey } from '../store/api-keys.ts'
import type { ApiKeysDeps, KnownKey } from './api-keys-deps.ts'
import { narrowed } from './key-permissions.ts'
import { isWithin } from './networks.ts'

/**
 * Whom a key acts for and what it may do at this moment: what it was given, as far as its owner may do it themselves. A
 * key that is over, used from elsewhere, or whose owner is locked or gone opens nothing.
 */
export const authenticateKey =
  (deps: ApiKeysDeps): Handler<Access, 'authenticateKey'> =>
  async ({ key, ip }, context) => {
    if (!isKeyText(key)) return null
    const now = context.now()
    const hash = hashToken(key)
    const known = await deps.knownKeys.get(hash.toString('base64url'), now, () => load(deps, context, hash))
    if (known === null || !isWorking(known.row, now) || !isWithin(known.row.networks, ip)) return null
    await note(deps, known, ip, now)
    const { id, owner_id, permissions } = known.row
    const standing = await knownStanding(deps, { account_id: owner_id, role: known.role }, now)
    return {
      key_id: id,
      account_id: owner_id,
      role: known.role,
      roles: [...standing.roles],
      priority: standing.priority,
      permissions: narrowed(permissions, standing.permissions),
    }
  }

async function load(deps: ApiKeysDeps, context: CallContext, hash: Buffer): Promise<KnownKey | null> {
  const row = await findKeyByHash(deps.db, hash)
  if (row === null) return null
  const { items } = await deps.clients.identity.findStaff(context, { account_ids: [row.owner_id] })
  const [owner] = items
  if (owner === undefined) return null
  return { row, role: owner.role, noted: row.last_used_at === null ? 0 : Date.parse(row.last_used_at) }
}

async function note(deps: ApiKeysDeps, known: KnownKey, ip: string | null, now: Date): Promise<void> {
  if (now.getTime() - known.noted < TOUCH_KEY_MS) return
  known.noted = now.getTime()
  await touchKey(deps.db, known.row.id, { ip, unless_since: new Date(now.getTime() - TOUCH_KEY_MS) }, now)
}
