import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { OauthDeps } from './deps.ts'
import { openPayload } from './sealed-payload.ts'
import { findById, findByUid } from './store/artefacts.ts'
import { findGrantPayload } from './store/grants.ts'

/**
 * Opens something of the protocol. Whether it is used up is not said: consuming it decides that, in one statement.
 */
export const findArtefact =
  (deps: OauthDeps): Handler<Oauth, 'findArtefact'> =>
  async ({ kind, by, value }, context) => {
    const now = context.now()
    const hash = hashToken(value)
    if (kind === 'Grant') {
      const sealed = await findGrantPayload(deps.db, hash, now)
      return { payload: sealed === null ? null : openPayload(deps.artefactKey, kind, hash, sealed) }
    }
    const find = by === 'id' ? findById : findByUid
    const row = await find(deps.db, kind, hash, now)
    return { payload: row === null ? null : openPayload(deps.artefactKey, kind, row.id_hash, row.payload) }
  }
