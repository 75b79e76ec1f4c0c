import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { CartDeps } from './deps.ts'
import { type Code, sortedCodes } from './domain/codes.ts'
import type { Buyable } from './domain/buyable.ts'
import type { Facts } from './load-facts.ts'

export type PricedCart = OutputOf<Pricing, 'priceCart'>

/**
 * What the lines that can be bought come to, sent to the shop's own country and without shipping, which nobody has chosen
 * yet. Limits by person are looked at when the order is placed: in a cart nobody has said who buys.
 */
export async function priceCart(
  deps: CartDeps,
  context: CallContext,
  lines: readonly Buyable[],
  facts: Facts,
  codes: readonly Code[],
): Promise<PricedCart> {
  return await deps.clients.pricing.priceCart(context, {
    currency: facts.currency,
    destination: null,
    email: null,
    segments: [context.principal.kind === 'customer' ? 'customers' : 'guests'],
    lines: lines.flatMap(({ id, variant_id, unit_price_minor, quantity }) => {
      const variant = facts.variants.get(variant_id)
      if (variant === undefined) return []
      const { product_id, category_ids, seller_id } = variant
      const article = { variant_id, product_id, category_ids, seller_id, tax_class: null }
      return [{ line_id: id, ...article, unit_price_minor, quantity }]
    }),
    shipping: null,
    ...sortedCodes(codes),
  })
}
