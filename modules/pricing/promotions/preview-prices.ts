import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { ErrorCodeOf, ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { parseMinor } from '@rampart/platform/money/money.ts'
import type { PricingDeps } from '../deps.ts'
import { priceNow } from '../price/price-cart.ts'

type Input = ParsedInputOf<Pricing, 'previewPrices'>
type Context = HandlerContext<ErrorCodeOf<Pricing, 'previewPrices'>>

/** What a made-up cart would cost. The same function answers that prices carts. */
export const previewPrices =
  (deps: PricingDeps): Handler<Pricing, 'previewPrices'> =>
  async (input, context) => {
    const currency = input.currency ?? deps.settings.shop_currency
    const shipping = parseMinor(input.shipping, currency)
    if (shipping === null || shipping < 0) throw context.fail('PRICING_BAD_AMOUNT', { errors: [badShipping] })
    const articles = await findArticles(deps, context, input, currency)
    const { silent, ...cart } = await priceNow(deps, {
      currency,
      destination: input.destination,
      email: input.email,
      segments: input.segments,
      lines: articles.map(({ line }) => line),
      shipping: { price_minor: shipping },
      coupons: input.coupons,
      moment: input.moment === undefined ? context.now() : new Date(input.moment),
    })
    const { total_minor } = cart.totals
    return {
      items: articles.map(({ item }) => item),
      cart: { ...cart, gift_cards: [], gift_card_minor: 0, to_pay_minor: total_minor },
      silent,
    }
  }

const badShipping = { path: 'shipping', message: 'Use an amount in the currency of the cart.' }

async function findArticles(deps: PricingDeps, context: Context, { items }: Input, currency: string) {
  const { catalog } = deps.clients
  const ids = items.map((item) => item.variant_id)
  const { variants } = await catalog.getVariantsForSale(context, { variant_ids: ids, currency })
  const product_ids = [...new Set(variants.map((variant) => variant.product_id))]
  const { products } = await catalog.findCategoryPaths(context, { product_ids })
  const pathOf = new Map(products.map((product) => [product.product_id, product.category_ids]))
  const variantOf = new Map(variants.map((variant) => [variant.variant_id, variant]))
  return items.map(({ variant_id, quantity }, index) => {
    const variant = variantOf.get(variant_id)
    const path = `items.${String(index)}`
    if (variant?.unpriced === true) {
      const message = `${variant.product_name} has no price in ${currency}.`
      throw context.fail('PRICING_NOT_IN_CURRENCY', { errors: [{ path, message }] })
    }
    if (variant?.sellable !== true)
      throw context.fail('PRICING_ARTICLE_UNKNOWN', {
        errors: [{ path, message: 'This article is not sold any more.' }],
      })
    const { product_id, product_name, sku, options, seller_id, price_minor } = variant
    const line_id = String(index)
    return {
      item: { line_id, product_name, sku, options, quantity },
      line: {
        ...{ line_id, variant_id, product_id, seller_id, quantity, unit_price_minor: price_minor },
        ...{ category_ids: pathOf.get(product_id) ?? [], tax_class: null, discountable: true },
      },
    }
  })
}
