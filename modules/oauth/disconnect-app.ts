import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OauthDeps } from './deps.ts'
import { signedInCustomer } from './signed-in-customer.ts'
import { deleteOwnGrant } from './store/grants.ts'

/** Takes a grant back. No process keeps a copy of a token: the next use of one is refused. */
export const disconnectApp =
  (deps: OauthDeps): Handler<Oauth, 'disconnectApp'> =>
  async ({ app_id }, context) => {
    const accountId = signedInCustomer(context)
    await deps.db.tx(async (tx) => {
      const row = await deleteOwnGrant(tx, accountId, app_id)
      if (row === null) throw context.fail('NOT_FOUND')
      await deps.audit.record(tx, context, {
        action: 'oauth.app-disconnected',
        subject_type: 'app',
        subject_id: row.client_id,
        before: { account_id: accountId },
      })
    })
    return null
  }
