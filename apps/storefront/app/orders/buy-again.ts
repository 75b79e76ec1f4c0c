import { toClientError } from '@rampart/client/client-error.ts'
import type { PublicClient } from '@rampart/client/public-client.ts'
import type { Order } from './types.ts'

/** Names of articles that could not be put into the cart, by why. */
export type LeftOut = { gone: string[]; short: string[]; full: string[] }

const why: Readonly<Record<string, keyof LeftOut>> = {
  CART_VARIANT_UNKNOWN: 'gone',
  CART_NOT_IN_CURRENCY: 'gone',
  NOT_FOUND: 'gone',
  CART_OUT_OF_STOCK: 'short',
  CART_FULL: 'full',
}

/** Puts what an order holds into the cart again, line by line, and tells what could not be. */
export async function buyAgain({ cart }: PublicClient, order: Order): Promise<LeftOut> {
  const left: LeftOut = { gone: [], short: [], full: [] }
  for (const { variant_id, quantity, product_name } of order.items) {
    try {
      await cart.addItem({ variant_id, quantity })
    } catch (error) {
      const reason = why[toClientError(error).code]
      if (reason === undefined) throw error
      left[reason].push(product_name)
    }
  }
  return left
}
