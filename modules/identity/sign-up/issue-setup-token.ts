import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken, randomToken } from '@rampart/platform/crypto/tokens.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { after, ONE_TIME_TOKEN_MS } from '../domain/lifetimes.ts'
import { insertToken, voidTokens } from '../store/one-time-tokens.ts'
import { hasOwner } from '../store/shop-owner.ts'

/** A fresh token for the owner's set-up link; earlier ones stop working. null once the shop has an owner. */
export const issueSetupToken =
  (deps: IdentityDeps): Handler<Identity, 'issueSetupToken'> =>
  async (_input, context) => {
    if (await hasOwner(deps.db)) return { token: null }
    const now = context.now()
    const token = randomToken()
    await deps.db.tx(async (tx) => {
      await voidTokens(tx, 'set_up_owner', null)
      const expires = after(now, ONE_TIME_TOKEN_MS)
      await insertToken(
        tx,
        { hash: hashToken(token), purpose: 'set_up_owner', account_id: null, expires_at: expires },
        now,
      )
      await deps.audit.record(tx, context, {
        action: 'authn_token_created',
        subject_type: 'shop',
        subject_id: 'owner',
        after: { purpose: 'set_up_owner', expires_at: expires.toISOString() },
      })
    })
    return { token }
  }
