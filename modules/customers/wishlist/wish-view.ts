import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Customers } from '@rampart/contracts/customers.ts'
import type { CustomersDeps } from '../deps.ts'
import type { WishRow } from '../store/wishes.ts'

type Wish = OutputOf<Customers, 'getWishlist'>['items'][number]
export type Card = NonNullable<Wish['product']>

/** Wishes with the products as they are now. */
export async function viewWishes(
  deps: CustomersDeps,
  context: CallContext,
  rows: readonly WishRow[],
): Promise<Wish[]> {
  const cards = new Map(
    (
      await findCards(
        deps,
        context,
        rows.map(({ product_id }) => product_id),
      )
    ).map((card) => [card.id, card]),
  )
  return rows.map((row) => ({ ...row, product: cards.get(row.product_id) ?? null }))
}

/** Products as lists show them, in this order; what is not sold any more is left out. */
export async function findCards(
  deps: CustomersDeps,
  context: CallContext,
  product_ids: readonly string[],
): Promise<Card[]> {
  if (product_ids.length === 0) return []
  const { items } = await deps.clients.catalog.getCards(context, { product_ids: [...product_ids] })
  return items
}
