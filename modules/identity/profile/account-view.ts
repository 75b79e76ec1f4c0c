import type { Principal } from '@rampart/platform/contract/principal.ts'
import { birthDateHint } from '../domain/birth-date-hint.ts'
import type { AccountRow } from '../store/accounts.ts'

/** Pixels of each side of the picture beside a name, as media cuts it. */
const AVATAR_SIZE = 320

/** An account as its owner sees it. The date of birth is no more than a hint: a reset asks for the whole. */
export function accountView(account: AccountRow, session: { readonly enrolled: boolean }) {
  const { avatar_id, date_of_birth } = account
  return {
    id: account.id,
    email: account.email,
    username: account.username,
    full_name: account.full_name,
    role: account.role,
    language: account.language,
    avatar_url: avatar_id === null ? null : `/api/v1/media/${avatar_id}/${AVATAR_SIZE}`,
    date_of_birth_hint: date_of_birth === null ? null : birthDateHint(date_of_birth),
    birth_date_check: account.birth_date_check,
    enrolment_required: !session.enrolled,
    created_at: account.created_at,
  }
}

/** An account with what the session of a call may do. */
export function meView(account: AccountRow, principal: Principal) {
  const permissions = principal.kind === 'staff' ? [...principal.permissions] : []
  return { ...accountView(account, { enrolled: isEnrolled(principal) }), permissions }
}

// Whoever has proven one factor only may set up the second, and nothing else.
function isEnrolled(principal: Principal): boolean {
  if (principal.kind !== 'staff') return true
  const { permissions } = principal
  return permissions.length !== 1 || permissions[0] !== 'identity:enrol'
}
