import { permissionsOf } from './domain/roles.ts'
import type { AccountRow } from './store/accounts.ts'

/** An account as its owner sees it. */
export function accountView(account: AccountRow) {
  return {
    id: account.id,
    email: account.email,
    username: account.username,
    full_name: account.full_name,
    role: account.role,
    permissions: [...permissionsOf(account.role)],
    created_at: account.created_at,
  }
}
