import type { Principal } from '@rampart/platform/contract/principal.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'

/** Whom a cart belongs to: one of the two is set. */
export type Owner =
  | { readonly customer_id: string; readonly guest_token_hash: null }
  | { readonly customer_id: null; readonly guest_token_hash: Buffer }

/**
 * The owner that a principal is; null for one that can own no cart. A customer is the customer, also while a cart
 * from before signing in still waits behind a token.
 */
export function ownerOf(principal: Principal): Owner | null {
  if (principal.kind === 'customer') return { customer_id: principal.id, guest_token_hash: null }
  if (principal.kind !== 'guest' || principal.guest_token === null) return null
  return guestOwner(principal.guest_token)
}

/** The owner behind a guest's token. */
export function guestOwner(token: string): Owner {
  return { customer_id: null, guest_token_hash: hashToken(token) }
}
