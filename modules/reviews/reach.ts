import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import { type Sql, sql } from '@rampart/platform/db/sql.ts'
import { ofOwner } from './store/find-managed.ts'

/**
 * Which reviews a caller may touch in any status, as a condition that stands in the WHERE of every statement: a
 * customer their own, a seller those of their products, other staff, who were let in by permission, all of them.
 */
export function reachOf(context: Pick<HandlerContext, 'own_only' | 'principal'>): Sql {
  const { principal } = context
  switch (principal.kind) {
    case 'staff':
      return ofOwner(ownerOf(context))
    case 'customer':
      return sql`r.customer_id = ${principal.id}`
    case 'guest':
    case 'system':
      return sql`false`
  }
}

/** The customer who asks; null for everybody else. */
export function viewerOf(principal: Principal): string | null {
  return principal.kind === 'customer' ? principal.id : null
}

/** The customer who calls. Operations that only customers may call hear nobody else. */
export function customerOf({ principal, fail }: HandlerContext): string {
  if (principal.kind !== 'customer') throw fail('FORBIDDEN')
  return principal.id
}
