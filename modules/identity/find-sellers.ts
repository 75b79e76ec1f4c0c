import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from './deps.ts'
import { findSellersByName } from './store/sellers.ts'

/** Sellers who can sign in; all of them, or those of the accounts named. */
export const findSellers =
  (deps: IdentityDeps): Handler<Identity, 'findSellers'> =>
  async ({ account_ids }) => ({ sellers: await findSellersByName(deps.db, account_ids ?? null) })
