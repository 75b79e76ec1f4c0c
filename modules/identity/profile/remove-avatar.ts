import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { signedIn } from '../signed-in.ts'
import { showAvatar } from './show-avatar.ts'

/** Shows no picture beside the name of whoever is signed in. */
export const removeAvatar =
  (deps: IdentityDeps): Handler<Identity, 'removeAvatar'> =>
  async (_input, context) =>
    showAvatar(deps, signedIn(context).id, null, context)
