import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { OauthDeps } from './deps.ts'
import { consumeRow, grantBehind } from './store/artefacts.ts'
import { deleteGrantById, findGrantById } from './store/grants.ts'

/**
 * Uses up a code or refresh token by one statement. Whoever comes second holds something that was used before: the
 * grant ends, with every token that came of it, the one of the first use included.
 */
export const consumeArtefact =
  (deps: OauthDeps): Handler<Oauth, 'consumeArtefact'> =>
  async ({ kind, id }, context) => {
    const idHash = hashToken(id)
    return await deps.db.tx(async (tx) => {
      const first = await consumeRow(tx, kind, idHash, context.now())
      if (first !== null) {
        if (kind === 'AuthorizationCode') {
          const grant = await findGrantById(tx, first.grant_id)
          if (grant !== null) {
            await deps.audit.record(tx, context, {
              action: 'authn_token_created',
              subject_type: 'account',
              subject_id: grant.account_id,
              after: { client_id: grant.client_id },
            })
          }
        }
        return { consumed: true }
      }
      const grantId = await grantBehind(tx, kind, idHash)
      const ended = grantId === null ? null : await deleteGrantById(tx, grantId)
      if (ended !== null) {
        await deps.audit.record(tx, context, {
          action: 'authn_token_reuse',
          subject_type: 'account',
          subject_id: ended.account_id,
          before: { client_id: ended.client_id, what: kind },
        })
      }
      return { consumed: false }
    })
  }
