import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { OrderPricing } from '@rampart/contracts/orders/pricing.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { z } from 'zod'
import type { CheckoutDeps } from './deps.ts'
import type { QuotedLine } from './price-lines.ts'
import type { WantedLines } from './wanted-lines.ts'

export type PricedOrder = OutputOf<Pricing, 'priceCart'>

export type ToPrice = {
  readonly wanted: WantedLines
  readonly lines: readonly QuotedLine[]
  /** Null: nobody has said yet where it goes. */
  readonly destination: { readonly country: string; readonly postal_code: string | null } | null
  readonly email: string | null
  /** Minor units; null: no way to ship is chosen. */
  readonly shippingMinor: number | null
}

/** What an order comes to: discounts, taxes, and what gift cards pay of it. */
export async function priceOrder(
  deps: CheckoutDeps,
  context: CallContext,
  { wanted, lines, destination, email, shippingMinor }: ToPrice,
): Promise<PricedOrder> {
  return deps.clients.pricing.priceCart(context, {
    currency: wanted.currency,
    destination,
    email,
    segments: [context.principal.kind === 'customer' ? 'customers' : 'guests'],
    lines: lines.map(({ variant_id, product_id, category_ids, seller_id, unit_price_minor, quantity }) => ({
      // One line a variant: `wantedLines` sees to that.
      line_id: variant_id,
      ...{ variant_id, product_id, category_ids, seller_id, unit_price_minor, quantity },
      tax_class: null,
    })),
    shipping: shippingMinor === null ? null : { price_minor: shippingMinor },
    coupons: [...wanted.coupons],
    gift_card_ids: [...wanted.gift_card_ids],
  })
}

/** What an order keeps of how it was priced. */
export function pricingOf(priced: PricedOrder): z.infer<typeof OrderPricing> {
  return {
    prices: priced.prices,
    lines: priced.lines.map((line) => ({
      discount_minor: line.discount_minor,
      net_minor: line.net_minor,
      tax_minor: line.tax_minor,
      tax_rate_bp: line.tax_rate_bp,
      total_minor: line.total_minor,
      discounts: line.discounts.map(({ name, coupon, amount_minor, explanation }) => ({
        ...{ name, coupon, amount_minor, explanation },
      })),
    })),
    shipping: {
      discount_minor: priced.shipping.discount_minor,
      net_minor: priced.shipping.net_minor,
      tax_minor: priced.shipping.tax_minor,
      total_minor: priced.shipping.total_minor,
    },
    discounts: priced.discounts.map(({ name, coupon, amount_minor }) => ({ name, coupon, amount_minor })),
    taxes: priced.taxes,
    total_minor: priced.totals.total_minor,
    gift_cards: priced.gift_cards
      .filter(({ amount_minor }) => amount_minor > 0)
      .map(({ gift_card_id, hint, amount_minor }) => ({ gift_card_id, hint, amount_minor })),
    coupons: priced.coupons.filter(({ applied }) => applied).map(({ code }) => code),
    to_pay_minor: priced.to_pay_minor,
  }
}
