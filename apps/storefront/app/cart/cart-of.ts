import { ClientError } from '@rampart/client/client-error.ts'
import type { Cart } from './types.ts'
import { clientOf, shopOf } from '../shop-context.ts'
import type { ShopRequest } from '../shop-request.ts'

const carts = new WeakMap<ShopRequest, Promise<Cart>>()

/** The shopper's cart as it is while a page is made: the frame and the page ask for it once together. */
export function cartOf(context: Parameters<typeof shopOf>[0]): Promise<Cart> {
  const request = shopOf(context)
  const known = carts.get(request)
  if (known) return known
  const asked = clientOf(context).cart.getCart({})
  carts.set(request, asked)
  return asked
}

/** The products in it, at most a hundred; none when it cannot be had: the frame says what is wrong. */
export async function productsInCart(context: Parameters<typeof shopOf>[0]): Promise<string[]> {
  try {
    const { items } = await cartOf(context)
    return [...new Set(items.map(({ product_id }) => product_id))].slice(0, 100)
  } catch (error) {
    if (error instanceof ClientError) return []
    throw error
  }
}
