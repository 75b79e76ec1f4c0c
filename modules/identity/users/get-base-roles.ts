import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { findBaseRoles } from '../store/users.ts'

/** The roles of accounts; unknown ids are left out. */
export const getBaseRoles =
  (deps: IdentityDeps): Handler<Identity, 'getBaseRoles'> =>
  async ({ account_ids }) => ({ items: await findBaseRoles(deps.db, account_ids) })
