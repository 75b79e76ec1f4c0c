import type { Checkout } from '@rampart/contracts/checkout.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CheckoutDeps } from './deps.ts'
import { chooseRate, subtotalOf } from './domain/pricing.ts'
import { priceLines, type QuotedLine } from './price-lines.ts'
import { priceOrder } from './price-order.ts'
import { discountsOf, quotedTotals } from './quoted-totals.ts'
import { wantedLines } from './wanted-lines.ts'

/** What an order would cost now. Nothing is kept and nothing is held. */
export const quoteCheckout =
  (deps: CheckoutDeps): Handler<Checkout, 'quoteCheckout'> =>
  async (input, context) => {
    const wanted = await wantedLines(deps, context, input)
    const lines = await priceLines(deps, context, wanted)
    const { currency } = wanted
    const subtotal = subtotalOf(lines)
    const [{ rates }, { methods }] = await Promise.all([
      deps.clients.shipping.quoteRates(context, {
        country: input.country ?? null,
        subtotal_minor: subtotal,
        currency,
      }),
      deps.clients.payments.listMethods(context, { country: input.country ?? null }),
    ])
    const rate = chooseRate(rates, input.shipping_method) ?? chooseRate(rates, undefined)
    const priced = await priceOrder(deps, context, {
      ...{ wanted, lines, email: null, shippingMinor: rate?.price_minor ?? null },
      destination: input.country === undefined ? null : { country: input.country, postal_code: null },
    })
    const money = (minor: number) => moneyOut(minor, currency)
    return {
      items: lines.map((line, index) => ({
        discount: money(priced.lines[index]?.discount_minor ?? 0),
        discounts: discountsOf(priced.lines[index]?.discounts ?? [], currency),
        variant_id: line.variant_id,
        product_slug: line.product_slug,
        product_name: line.product_name,
        options: line.options,
        picture: line.picture,
        unit_price: money(line.unit_price_minor),
        quantity: line.quantity,
        line_total: money(line.unit_price_minor * line.quantity),
        notes: notesOf(line),
      })),
      subtotal: money(subtotal),
      shipping_options: rates.map(({ price_minor, ...option }) => ({ ...option, price: money(price_minor) })),
      shipping_method: rate?.code ?? null,
      shipping_total: money(rate?.price_minor ?? 0),
      ...quotedTotals(priced),
      payment_methods: methods,
    }
  }

function notesOf(line: QuotedLine): ('out_of_stock' | 'quantity_reduced' | 'ships_later')[] {
  if (line.available >= line.quantity) return line.ships_later ? ['ships_later'] : []
  return [line.available <= 0 ? 'out_of_stock' : 'quantity_reduced']
}
