import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from './deps.ts'
import { findStaff as findRows } from './store/staff.ts'

/** Those of the staff who can act. */
export const findStaff =
  (deps: IdentityDeps): Handler<Identity, 'findStaff'> =>
  async ({ account_ids }) => ({ items: await findRows(deps.db, account_ids ?? null) })
