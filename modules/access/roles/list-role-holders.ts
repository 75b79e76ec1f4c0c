import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Access } from '@rampart/contracts/access.ts'
import type { AccessDeps } from '../deps.ts'
import { findHoldings } from '../store/assignments.ts'
import { findRole } from '../store/roles.ts'

/** Who has a role beside the one of their account. */
export const listRoleHolders =
  (deps: AccessDeps): Handler<Access, 'listRoleHolders'> =>
  async ({ role_id }, context) => {
    if ((await findRole(deps.db, role_id)) === null) throw context.fail('NOT_FOUND')
    return { items: await findHoldings(deps.db, role_id, context.now()) }
  }
