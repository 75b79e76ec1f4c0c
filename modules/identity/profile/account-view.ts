import { holdsPermission, type Principal } from '@rampart/platform/contract/principal.ts'
import { ENROLMENT, permissionsOf } from '../domain/roles.ts'
import type { AccountRow } from '../store/accounts.ts'

/** An account as its owner sees it. */
export function accountView(account: AccountRow, session: { readonly enrolled: boolean }) {
  return {
    id: account.id,
    email: account.email,
    username: account.username,
    full_name: account.full_name,
    role: account.role,
    permissions: [...(session.enrolled ? permissionsOf(account.role) : ENROLMENT)],
    language: account.language,
    avatar_url: account.avatar_id === null ? null : `/api/v1/auth/avatars/${account.avatar_id}`,
    enrolment_required: !session.enrolled,
    created_at: account.created_at,
  }
}

/** Whether the session of a call has all the factors that its side asks for. */
export function isEnrolled(principal: Principal): boolean {
  return principal.kind !== 'staff' || holdsPermission(principal.permissions, 'identity:self')
}
