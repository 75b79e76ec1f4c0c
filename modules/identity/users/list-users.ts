import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { listUsers as listRows } from '../store/users.ts'

/** Accounts for staff, newest first. */
export const listUsers =
  (deps: IdentityDeps): Handler<Identity, 'listUsers'> =>
  async ({ q, role, side, status, page, page_size }) => {
    const stretch = { limit: page_size, offset: (page - 1) * page_size }
    const { rows, total } = await listRows(deps.db, { q, role, side, status }, stretch)
    return { items: [...rows], page, page_size, total }
  }
