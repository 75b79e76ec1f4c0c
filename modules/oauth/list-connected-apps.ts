import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OauthDeps } from './deps.ts'
import { signedInCustomer } from './signed-in-customer.ts'
import { findConnected } from './store/grants.ts'

/** The apps that may act for the customer. */
export const listConnectedApps =
  (deps: OauthDeps): Handler<Oauth, 'listConnectedApps'> =>
  async (_input, context) => {
    const rows = await findConnected(deps.db, signedInCustomer(context), context.now())
    return { items: rows.map((row) => ({ ...row, scopes: [...row.scopes] })) }
  }
