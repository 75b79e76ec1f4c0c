import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { signedIn } from '../signed-in.ts'
import { findPasskeys } from '../store/passkeys.ts'
import { passkeyView } from './passkey-view.ts'

/** The passkeys of whoever is signed in. */
export const listPasskeys =
  (deps: IdentityDeps): Handler<Identity, 'listPasskeys'> =>
  async (_input, context) => ({
    items: (await findPasskeys(deps.db, signedIn(context).id)).map(passkeyView),
  })
