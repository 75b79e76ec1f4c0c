import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { ErrorCodeOf, ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import { minorFrom } from '@rampart/platform/contract/fields.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { CatalogDeps } from '../deps.ts'
import { changedBy } from '../domain/prices.ts'
import type { Product } from '../domain/product.ts'
import { lockProduct } from '../store/load-products.ts'
import { findSale, insertSale, overlaps } from '../store/sales.ts'
import { writeWithSales } from './apply-sales.ts'
import { viewSale } from './sale-view.ts'

type Input = ParsedInputOf<Catalog, 'scheduleSale'>
type Context = HandlerContext<ErrorCodeOf<Catalog, 'scheduleSale'>>
type Price = { readonly variant_id: string; readonly price_minor: number }
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
): Price[] {
  if ((percent === undefined) === (prices === undefined)) throw context.fail('CATALOG_BAD_SALE')
  const regular = new Map(product.variants.map(({ id, price_minor }) => [id, price_minor]))
  const wanted =
    percent === undefined
      ? (prices ?? []).map(({ variant_id, price }) => {
          const price_minor = minorFrom(price, product.currency)
          if (price_minor === null) throw context.fail('CATALOG_BAD_PRICE')
          return { variant_id, price_minor }
        })
      : [...regular].map(([variant_id, price]) => ({ variant_id, price_minor: changedBy(price, -percent) }))
  const fits = wanted.every(({ variant_id, price_minor }) => price_minor < (regular.get(variant_id) ?? -1))
  const once = new Set(wanted.map(({ variant_id }) => variant_id)).size === wanted.length
  if (!fits || !once) throw context.fail('CATALOG_BAD_SALE')
  return wanted
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
