import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { listRoleRequests as listRows } from '../store/role-requests.ts'

/** Requests for a role. */
export const listRoleRequests =
  (deps: IdentityDeps): Handler<Identity, 'listRoleRequests'> =>
  async ({ state, page, page_size }) => {
    const { rows, total } = await listRows(deps.db, state, {
      limit: page_size,
      offset: (page - 1) * page_size,
    })
    return { items: [...rows], page, page_size, total }
  }
