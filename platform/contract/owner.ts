import type { HandlerContext } from './handler.ts'

/**
 * Whose rows a call may touch: null for everybody's, else the id of the member of staff who is held to their own.
 * For the SQL: `(${owner}::uuid IS NULL OR seller_id = ${owner})`.
 */
export function ownerOf({
  own_only,
  principal,
}: Pick<HandlerContext, 'own_only' | 'principal'>): string | null {
  if (!own_only) return null
  // Null would open everything, so what cannot be must not be taken for it.
  if (principal.kind !== 'staff') throw new Error('Only staff are held to their own.')
  return principal.id
}
