import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { OauthDeps } from './deps.ts'
import { hostOf, policySource } from './domain/redirect-uri.ts'
import { signedInCustomer } from './signed-in-customer.ts'
import { findOpenConsent } from './store/consents.ts'

/** What an app asks for; nobody but the person it was put before sees it. */
export const getConsent =
  (deps: OauthDeps): Handler<Oauth, 'getConsent'> =>
  async ({ request_id }, context) => {
    const accountId = signedInCustomer(context)
    const row = await findOpenConsent(deps.db, accountId, hashToken(request_id), context.now())
    if (row === null) throw context.fail('NOT_FOUND')
    return {
      client_name: row.client_name,
      client_kind: row.client_kind,
      scopes: [...row.scopes],
      redirect_host: hostOf(row.redirect_uri),
      redirect_source: policySource(row.redirect_uri),
    }
  }
