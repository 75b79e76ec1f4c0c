import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { OauthDeps } from './deps.ts'
import { TOUCH_AFTER_MS } from './domain/lifetimes.ts'
import { findAccessToken } from './store/artefacts.ts'
import { touchGrant } from './store/grants.ts'

/** As access tokens are made: 32 random bytes in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/

/** Reads a token of an app. Asked anew each time, so that a grant taken back ends at once in every process. */
export const authenticateApp =
  (deps: OauthDeps): Handler<Oauth, 'authenticateApp'> =>
  async ({ token }, context) => {
    if (!TOKEN.test(token)) return null
    const now = context.now()
    const row = await findAccessToken(deps.db, hashToken(token), now)
    if (row === null) return null
    const stale = new Date(now.getTime() - TOUCH_AFTER_MS)
    if (Date.parse(row.last_used_at) < stale.getTime()) await touchGrant(deps.db, row.grant_id, now, stale)
    return { account_id: row.account_id, connection_id: row.grant_id, scopes: [...row.scopes] }
  }
