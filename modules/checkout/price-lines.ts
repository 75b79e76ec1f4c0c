import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { CheckoutDeps } from './deps.ts'
import type { WantedLines } from './wanted-lines.ts'

/** A line with the catalogue's present price, what of it can be ordered, and whether it is not all there yet. */
export type QuotedLine = Awaited<ReturnType<typeof priceLines>>[number]

/** Looks up what the wanted lines cost now and how many pieces there are. Unknown articles fail the whole. */
export async function priceLines(
  deps: CheckoutDeps,
  context: HandlerContext<'CHECKOUT_ARTICLE_UNKNOWN' | 'CHECKOUT_NOT_IN_CURRENCY'>,
  wanted: WantedLines,
) {
  const ids = wanted.lines.map((line) => line.variant_id)
  const [{ variants }, { levels }] = await Promise.all([
    deps.clients.catalog.getVariantsForSale(context, { variant_ids: ids, currency: wanted.currency }),
    deps.clients.inventory.getLevels(context, { variant_ids: ids }),
  ])
  const variantOf = new Map(variants.map((variant) => [variant.variant_id, variant]))
  const levelOf = new Map(levels.map((level) => [level.variant_id, level]))
  return wanted.lines.map((line, index) => {
    const variant = variantOf.get(line.variant_id)
    if (variant?.unpriced === true) {
      throw context.fail('CHECKOUT_NOT_IN_CURRENCY', {
        errors: [
          {
            path: `items.${String(index)}`,
            message: `${variant.product_name} is not sold in ${wanted.currency}.`,
          },
        ],
      })
    }
    if (variant?.sellable !== true) {
      // Without its name: any id can be asked for, that of a draft too.
      throw context.fail('CHECKOUT_ARTICLE_UNKNOWN', {
        errors: [{ path: `items.${String(index)}`, message: 'This article is not sold any more.' }],
      })
    }
    const { sellable: _sellable, unpriced: _unpriced, price_minor, currency, ...rest } = variant
    if (currency !== wanted.currency)
      throw new Error('The catalogue has priced an article in another currency.')
    return {
      ...rest,
      unit_price_minor: price_minor,
      quantity: line.quantity,
      available: levelOf.get(line.variant_id)?.orderable ?? 0,
      ships_later: line.quantity > (levelOf.get(line.variant_id)?.available ?? 0),
    }
  })
}
