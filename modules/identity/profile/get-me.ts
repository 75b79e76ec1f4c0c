import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import { meView } from './account-view.ts'
import type { IdentityDeps } from '../deps.ts'
import { signedIn } from '../signed-in.ts'
import { findAccount } from '../store/accounts.ts'

/** The account of whoever is signed in. */
export const getMe =
  (deps: IdentityDeps): Handler<Identity, 'getMe'> =>
  async (_input, context) => {
    const account = await findAccount(deps.db, signedIn(context).id)
    if (account === null) throw context.fail('UNAUTHENTICATED')
    return meView(account, context.principal)
  }
