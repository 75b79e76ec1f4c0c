import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { OauthDeps } from './deps.ts'
import { signedInCustomer } from './signed-in-customer.ts'
import { decideRow } from './store/consents.ts'

const actions = { allow: 'oauth.consent-given', deny: 'oauth.consent-refused' } as const

/** Writes down what the customer decided. The server acts on it when their browser comes back with its cookie. */
export const decideConsent =
  (deps: OauthDeps): Handler<Oauth, 'decideConsent'> =>
  async ({ request_id, decision }, context) => {
    const accountId = signedInCustomer(context)
    await deps.db.tx(async (tx) => {
      const decided = await decideRow(tx, accountId, hashToken(request_id), decision, context.now())
      if (decided === null) throw context.fail('NOT_FOUND')
      await deps.audit.record(tx, context, {
        action: actions[decision],
        subject_type: 'app',
        subject_id: decided.client_id,
        after: { account_id: accountId, scopes: decided.scopes },
      })
    })
    return { location: `/oauth/interaction/${request_id}` }
  }
