import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Access } from '@rampart/contracts/access.ts'
import type { AccessDeps } from '../deps.ts'
import { findRoles } from '../store/roles.ts'
import { roleView } from './role-view.ts'

/** Every role, the highest first. */
export const listRoles =
  (deps: AccessDeps): Handler<Access, 'listRoles'> =>
  async () => ({ items: (await findRoles(deps.db)).map(roleView) })
