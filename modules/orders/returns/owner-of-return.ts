import type { Principal } from '@rampart/platform/contract/principal.ts'
import type { OrdersDeps } from '../deps.ts'
import { type Owner, ownerOf, ownerOfOrder } from '../owner.ts'
import { orderOfReturn } from './store/return-row.ts'

/** Whose returns a caller may touch: as with orders, or by the token of the order that a return is of. */
export async function ownerOfReturn(
  deps: OrdersDeps,
  principal: Principal,
  returnId: string,
  token: string | undefined,
): Promise<Owner> {
  if (token === undefined) return ownerOf(principal)
  const orderId = await orderOfReturn(deps.db, returnId)
  return orderId === null ? ownerOf(principal) : ownerOfOrder(deps, principal, orderId, token)
}
