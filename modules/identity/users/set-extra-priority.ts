import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { setExtraPriorities } from '../store/users.ts'

/** Keeps how high people stand by roles that are not this module's to know. */
export const setExtraPriority =
  (deps: IdentityDeps): Handler<Identity, 'setExtraPriority'> =>
  async ({ items, at_least }) => {
    await setExtraPriorities(deps.db, items, { atLeast: at_least })
    return null
  }
