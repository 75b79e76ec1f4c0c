import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OauthDeps } from './deps.ts'
import { findConnected } from './store/grants.ts'

/** The apps that a person has connected. */
export const exportPersonalData =
  (deps: OauthDeps): Handler<Oauth, 'exportPersonalData'> =>
  async ({ account_id }, context) => ({
    sections: [{ name: 'connected-apps', data: await findConnected(deps.db, account_id, context.now()) }],
  })
