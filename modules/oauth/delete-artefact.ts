import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { OauthDeps } from './deps.ts'
import { deleteRow } from './store/artefacts.ts'
import { deleteGrantByRef } from './store/grants.ts'

/** Forgets something of the protocol. The end of a grant leaves an entry. */
export const deleteArtefact =
  (deps: OauthDeps): Handler<Oauth, 'deleteArtefact'> =>
  async ({ kind, id }, context) => {
    const hash = hashToken(id)
    if (kind !== 'Grant') {
      await deleteRow(deps.db, kind, hash)
      return null
    }
    await deps.db.tx(async (tx) => {
      const ended = await deleteGrantByRef(tx, hash)
      if (ended === null) return
      await deps.audit.record(tx, context, {
        action: 'authn_token_revoked',
        subject_type: 'account',
        subject_id: ended.account_id,
        before: { client_id: ended.client_id },
      })
    })
    return null
  }
