import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { userView } from './user-view.ts'

/** One account for staff. */
export const getUser =
  (deps: IdentityDeps): Handler<Identity, 'getUser'> =>
  (input, context) =>
    userView(deps, context, input.user_id)
