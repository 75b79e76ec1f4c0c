import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { ReviewsDeps } from './deps.ts'
import type { ReviewRow } from './store/review-row.ts'

type Told = EventPayload<Reviews, 'reviews.review-decided.v1'>

/** What a review is about, in the words of a mail; null once the catalogue does not know it. */
export type About = { readonly name: string; readonly slug: string } | null

/** What the catalogue calls a product. Asked before a transaction begins. */
export async function aboutProduct(
  { clients: { catalog } }: ReviewsDeps,
  call: CallContext,
  product_id: string,
): Promise<About> {
  const { products } = await catalog.describeProducts(call, { product_ids: [product_id] })
  return products[0] ?? null
}

/** Has the author of a review told what was decided about it. */
export async function tellAuthor(
  deps: ReviewsDeps,
  tx: Tx,
  { id, customer_id }: Pick<ReviewRow, 'id' | 'customer_id'>,
  about: About,
  { decision, reason }: Pick<Told, 'decision' | 'reason'>,
): Promise<void> {
  await deps.outbox.add(
    tx,
    'reviews.review-decided.v1',
    {
      account_id: customer_id,
      review_id: id,
      product_name: about?.name ?? null,
      product_slug: about?.slug ?? null,
      decision,
      reason,
    },
    { key: id },
  )
}
