import type { ErrorCodeOf, ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { Customers } from '@rampart/contracts/customers.ts'
import type { CustomersDeps } from '../deps.ts'
import { MAX_WISHES } from '../domain/wishes.ts'
import { ownerOf } from '../owner-of.ts'
import { setNotice } from '../store/notices.ts'
import { findWish, insertWishes, lockWishes } from '../store/wishes.ts'
import { auditWish } from './audit-wish.ts'
import { viewWishes } from './wish-view.ts'

type Input = ParsedInputOf<Customers, 'wantNotice'>
type Context = HandlerContext<ErrorCodeOf<Customers, 'wantNotice'>>

/** Has whoever asks told once a product, or the variant named, is back in stock; it goes on their list. */
export const wantNotice =
  (deps: CustomersDeps): Handler<Customers, 'wantNotice'> =>
  async (input, context) => {
    const owner = ownerOf(context)
    const { product_id } = input
    const variantIds = await awaitedVariants(deps, context, input)
    const row = await deps.db.tx(async (tx) => {
      await lockWishes(tx, owner)
      await insertWishes(tx, owner, [product_id], MAX_WISHES, context.now())
      await setNotice(tx, owner, product_id, variantIds, context.now())
      const wish = await findWish(tx, owner, product_id)
      if (wish === null) throw context.fail('CUSTOMERS_WISHLIST_FULL')
      await auditWish(deps, tx, context, owner, {
        change: 'notice_wanted',
        product_id,
        variant_ids: variantIds,
      })
      return wish
    })
    const [wish] = await viewWishes(deps, context, [row])
    if (wish === undefined) throw context.fail('NOT_FOUND')
    return wish
  }

/** What is waited for: the variant named, or any of a product of which nothing is left. */
async function awaitedVariants(deps: CustomersDeps, context: Context, input: Input): Promise<string[]> {
  const { product_id, variant_id } = input
  const { variants } = await deps.clients.catalog.getProduct(context, { product_id })
  const wanted = variant_id === undefined ? variants : variants.filter(({ id }) => id === variant_id)
  if (wanted.length === 0) throw context.fail('NOT_FOUND')
  if (wanted.some(({ in_stock }) => in_stock)) throw context.fail('CUSTOMERS_IN_STOCK')
  return wanted.map(({ id }) => id)
}
