import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { OauthDeps } from './deps.ts'
import { deleteOfGrant } from './store/artefacts.ts'

/** Forgets the codes or tokens of one kind that hang on a grant. */
export const revokeByGrant =
  (deps: OauthDeps): Handler<Oauth, 'revokeByGrant'> =>
  async ({ kind, grant_id }) => {
    await deleteOfGrant(deps.db, kind, hashToken(grant_id))
    return null
  }
