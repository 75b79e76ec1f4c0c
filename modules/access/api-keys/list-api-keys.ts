import type { Handler } from '@rampart/platform/contract/handler.ts'
import { holdsPermission } from '@rampart/platform/contract/principal.ts'
import type { Access } from '@rampart/contracts/access.ts'
import { actingStaff } from '../acting-staff.ts'
import { listKeys } from '../store/api-keys.ts'
import type { ApiKeysDeps } from './api-keys-deps.ts'
import { keyView } from './key-view.ts'

/** The caller's keys, or everybody's for whoever manages access. */
export const listApiKeys =
  (deps: ApiKeysDeps): Handler<Access, 'listApiKeys'> =>
  async ({ all, page, page_size }, context) => {
    const { id, permissions } = actingStaff(context)
    if (all && !holdsPermission(permissions, 'access:manage')) throw context.fail('FORBIDDEN')
    const stretch = { limit: page_size, offset: (page - 1) * page_size }
    const { rows, total } = await listKeys(deps.db, all ? null : id, stretch)
    const now = context.now()
    return { items: rows.map((row) => keyView(row, now)), page, page_size, total }
  }
