import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { OauthDeps } from './deps.ts'
import { CONSENT_MS } from './domain/lifetimes.ts'
import { findDecision, insertConsent } from './store/consents.ts'

/** Puts a request before a person, or answers what they decided. */
export const requestConsent =
  (deps: OauthDeps): Handler<Oauth, 'requestConsent'> =>
  async ({ request_id, account_id, client_id, scopes, redirect_uri }, context) => {
    const now = context.now()
    const request_hash = hashToken(request_id)
    const decision = await findDecision(deps.db, request_hash, account_id, client_id, now)
    if (decision !== null) return { decision }
    const expires_at = new Date(now.getTime() + CONSENT_MS)
    await insertConsent(
      deps.db,
      { request_hash, account_id, client_id, scopes, redirect_uri, expires_at },
      now,
    )
    return { decision: null }
  }
