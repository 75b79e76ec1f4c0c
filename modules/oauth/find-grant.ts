import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OauthDeps } from './deps.ts'
import { openPayload } from './sealed-payload.ts'
import { findGrantOf } from './store/grants.ts'

/** The protocol's id of the grant that a person gave an app. */
export const findGrant =
  (deps: OauthDeps): Handler<Oauth, 'findGrant'> =>
  async ({ account_id, client_id }, context) => {
    const row = await findGrantOf(deps.db, account_id, client_id, context.now())
    if (row === null) return { grant_id: null }
    const { jti } = openPayload(deps.artefactKey, 'Grant', row.ref_hash, row.payload)
    return { grant_id: typeof jti === 'string' ? jti : null }
  }
