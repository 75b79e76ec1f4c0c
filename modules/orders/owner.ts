import type { Principal } from '@rampart/platform/contract/principal.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import { type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { OrdersDeps } from './deps.ts'
import { isTrackingToken } from './tracking-token.ts'

/** Whose orders a caller may touch, as a condition that stands in the WHERE of every statement. */
export type Owner = { readonly condition: Sql; readonly kind: 'buyer' | 'staff' }

const everything = sql`true`
const nothing = sql`false`

/** Every order, for steps that the checkout process takes on its buyer's behalf. */
export const everyOrder: Owner = { condition: everything, kind: 'staff' }

/** The caller's own orders; for staff, who were let in by permission, all of them. */
export function ownerOf(principal: Principal): Owner {
  switch (principal.kind) {
    case 'staff':
    case 'system':
      return everyOrder
    case 'customer':
      return { condition: sql`customer_id = ${principal.id}`, kind: 'buyer' }
    case 'guest': {
      const token = principal.guest_token
      const condition = token === null ? nothing : sql`guest_token_hash = ${hashToken(token)}`
      return { condition, kind: 'buyer' }
    }
  }
}

/** As `ownerOf`, or by the order's own token, which was mailed to its buyer. */
export function ownerOfOrder(
  deps: OrdersDeps,
  principal: Principal,
  orderId: string,
  token: string | undefined,
): Owner {
  const byToken = token !== undefined && isTrackingToken(deps, orderId, token)
  return byToken && principal.kind !== 'staff' ? { condition: everything, kind: 'buyer' } : ownerOf(principal)
}
