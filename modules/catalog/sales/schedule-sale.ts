import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { ErrorCodeOf, ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import { minorFrom } from '@rampart/platform/contract/fields.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { CatalogDeps } from '../deps.ts'
import { changedBy, priceKey } from '../domain/prices.ts'
import type { Product } from '../domain/product.ts'
import { lockProduct } from '../store/load-products.ts'
import { findSale, insertSale, type NewSalePrice, overlaps } from '../store/sales.ts'
import { writeWithSales } from './apply-sales.ts'
import { viewSale } from './sale-view.ts'

type Input = ParsedInputOf<Catalog, 'scheduleSale'>
type Context = HandlerContext<ErrorCodeOf<Catalog, 'scheduleSale'>>
type Span = { readonly startsAt: Date; readonly endsAt: Date }

/** Plans lower prices for a time. One that begins now is in the shop at once. */
export const scheduleSale =
  (deps: CatalogDeps): Handler<Catalog, 'scheduleSale'> =>
  async ({ product_id, ...input }, context) => {
    const now = context.now()
    const span = spanOf(input, now, context)
    return deps.db.tx(async (tx) => {
      const product = await lockProduct(tx, product_id, ownerOf(context))
      if (product === null) throw context.fail('NOT_FOUND')
      const prices = pricesOf(input, product, context)
      if (await overlaps(tx, product_id, span.startsAt, span.endsAt))
        throw context.fail('CATALOG_SALE_OVERLAPS')
      const sale = { id: newId(), name: input.name ?? '', ...span }
      await insertSale(tx, product_id, sale, prices, now)
      await queueChanges(deps, tx, sale.id, span)
      if (span.startsAt <= now) await writeWithSales(deps, tx, product, now)
      await deps.audit.record(tx, context, {
        action: 'catalog.sale-scheduled',
        subject_type: 'product',
        subject_id: product_id,
        after: {
          sale_id: sale.id,
          starts_at: span.startsAt.toISOString(),
          ends_at: span.endsAt.toISOString(),
          prices,
        },
      })
      const row = await findSale(tx, product_id, sale.id)
      if (row === null) throw new Error('A sale that was just added is gone.')
      return viewSale(row, now)
    })
  }

function spanOf(input: Pick<Input, 'starts_at' | 'ends_at'>, now: Date, context: Context): Span {
  const asked = input.starts_at === undefined ? now : new Date(input.starts_at)
  // A moment that has just passed is now: nothing is changed in what was asked before.
  const startsAt = asked < now ? now : asked
  const endsAt = new Date(input.ends_at)
  if (endsAt <= startsAt) throw context.fail('CATALOG_BAD_SALE')
  return { startsAt, endsAt }
}

function pricesOf(
  { percent, prices }: Omit<Input, 'product_id'>,
  product: Product,
  context: Context,
): NewSalePrice[] {
  if ((percent === undefined) === (prices === undefined)) throw context.fail('CATALOG_BAD_SALE')
  const all = product.variants.flatMap((variant) =>
    [{ ...variant, currency: '' }, ...variant.prices].map(({ currency, price_minor }) => ({
      variant_id: variant.id,
      currency,
      price_minor,
    })),
  )
  if (percent !== undefined)
    return checked(
      all.map((price) => ({ ...price, price_minor: changedBy(price.price_minor, -percent) })),
      all,
      context,
    )
  const wanted = (prices ?? []).map(({ variant_id, price }) => {
    const named = price.currency ?? product.currency
    const price_minor = minorFrom(price, named)
    if (price_minor === null) throw context.fail('CATALOG_BAD_PRICE')
    return { variant_id, currency: named === product.currency ? '' : named, price_minor }
  })
  return checked(wanted, all, context)
}

/** Each is below the regular price of a variant that is for sale in its currency, and none stands twice. */
function checked(
  wanted: readonly NewSalePrice[],
  regular: readonly NewSalePrice[],
  context: Context,
): NewSalePrice[] {
  const asked = new Map(
    regular.map((price) => [priceKey(price.variant_id, price.currency), price.price_minor] as const),
  )
  const keys = wanted.map(({ variant_id, currency }) => priceKey(variant_id, currency))
  const fits = wanted.every(({ price_minor }, index) => price_minor < (asked.get(keys[index] ?? '') ?? -1))
  if (!fits || new Set(keys).size !== keys.length) throw context.fail('CATALOG_BAD_SALE')
  return [...wanted]
}

/** Lets the shop change at both moments. A schedule looks again every minute, should a job be lost. */
async function queueChanges(
  deps: CatalogDeps,
  tx: Tx,
  saleId: string,
  { startsAt, endsAt }: Span,
): Promise<void> {
  await deps.jobs.add(tx, 'apply-sales', {}, { key: `${saleId}-begins`, runAt: startsAt })
  await deps.jobs.add(tx, 'apply-sales', {}, { key: `${saleId}-ends`, runAt: endsAt })
}
