import type { AuditEntry } from '../api.ts'
import type { Texts } from '../i18n/texts.ts'

type Made = Pick<AuditEntry, 'action' | 'subject_type' | 'subject_id' | 'after'> &
  Pick<AuditEntry, 'actor_kind' | 'actor_id' | 'actor_role'>

type ActorName = `account.roles.${keyof Texts['account']['roles']}` | `logs.${'you' | Kind}`
type Kind = `actorKind.${keyof Texts['logs']['actorKind']}`

const roles: readonly (keyof Texts['account']['roles'])[] = [
  'super_admin',
  'admin',
  'manager',
  'procurement_manager',
  'sales_manager',
  'staff',
  'seller',
  'customer',
]

/**
 * The text that names who did it, or null where the log knows a kind that this app does not. Whoever signs in is a
 * guest until it is done, so a sign-in that worked counts as the account's own doing.
 */
export function actorNameOf(entry: Made, myId: string): ActorName | null {
  const signedIn = entry.action === 'authn_login_success' && entry.subject_type === 'account'
  if ((signedIn ? entry.subject_id : entry.actor_id) === myId) return 'logs.you'
  if (signedIn) return isStaffSession(entry.after) ? 'logs.actorKind.staff' : 'logs.actorKind.customer'
  const role = roles.find((name) => name === entry.actor_role)
  if (role !== undefined) return `account.roles.${role}`
  const kind = (['staff', 'customer', 'guest', 'system'] as const).find((name) => name === entry.actor_kind)
  return kind === undefined ? null : `logs.actorKind.${kind}`
}

function isStaffSession(after: unknown): boolean {
  return typeof after === 'object' && after !== null && 'audience' in after && after.audience === 'staff'
}
