import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken, randomToken } from '@rampart/platform/crypto/tokens.ts'
import { clientView } from './client-view.ts'
import type { OauthDeps } from './deps.ts'
import { findClientRow, replaceSecret } from './store/clients.ts'

/** Gives an app a new secret; the old one ends with this. */
export const rotateClientSecret =
  (deps: OauthDeps): Handler<Oauth, 'rotateClientSecret'> =>
  async ({ client_id }, context) => {
    const secret = randomToken()
    return await deps.db.tx(async (tx) => {
      const row = await replaceSecret(tx, client_id, hashToken(secret), context.now())
      if (row === null) {
        throw context.fail((await findClientRow(tx, client_id)) === null ? 'NOT_FOUND' : 'OAUTH_NO_SECRET')
      }
      await deps.audit.record(tx, context, {
        action: 'oauth.client-secret-replaced',
        subject_type: 'app',
        subject_id: row.id,
      })
      return { client: clientView(row), client_secret: secret }
    })
  }
