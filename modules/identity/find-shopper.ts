import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from './deps.ts'
import { findAccount } from './store/accounts.ts'

/** A customer whom apps may act for. */
export const findShopper =
  (deps: IdentityDeps): Handler<Identity, 'findShopper'> =>
  async ({ account_id }) => {
    const account = await findAccount(deps.db, account_id)
    if (account?.role !== 'customer' || account.locked_at !== null || account.email_verified_at === null) {
      return { shopper: null }
    }
    const { email, full_name, username, language } = account
    return { shopper: { account_id, email, full_name, username, language } }
  }
