import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OauthDeps } from './deps.ts'
import { deleteConsentsOf } from './store/consents.ts'
import { endGrantsOf } from './end-grants-of.ts'

/** Disconnects a person who leaves from every app, and forgets what apps asked them. */
export const erasePersonalData =
  (deps: OauthDeps): Handler<Oauth, 'erasePersonalData'> =>
  async ({ account_id }, context) => {
    await deps.db.tx(async (tx) => {
      await endGrantsOf(deps, tx, context, account_id)
      await deleteConsentsOf(tx, account_id)
    })
    return null
  }
