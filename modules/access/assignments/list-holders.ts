import type { Access } from '@rampart/contracts/access.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { holdersOf } from '../approvals/approvers.ts'
import type { AccessDeps } from '../deps.ts'

/** Who of the staff holds a permission at this moment. */
export const listHolders =
  (deps: AccessDeps): Handler<Access, 'listHolders'> =>
  async ({ permission }, context) => ({ account_ids: await holdersOf(deps, context, permission) })
