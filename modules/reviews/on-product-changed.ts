import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import type { Listener } from '@rampart/platform/events/listener.ts'
import type { ReviewsDeps } from './deps.ts'
import { noteSellers } from './store/products.ts'

type Facts = EventPayload<Catalog, 'catalog.product-changed.v1'>

/** Notes whose a product is now: its seller answers its reviews. */
export const onProductChanged =
  (_deps: ReviewsDeps): Listener<Facts> =>
  async ({ payload, occurred_at }, { once }) => {
    await once((tx) => noteSellers(tx, sellersIn([payload]), occurred_at))
  }

/** The same for many at once. */
export const onProductsImported =
  (_deps: ReviewsDeps): Listener<EventPayload<Catalog, 'catalog.products-imported.v1'>> =>
  async ({ payload, occurred_at }, { once }) => {
    await once((tx) => noteSellers(tx, sellersIn(payload.products), occurred_at))
  }

function sellersIn(products: readonly Facts[]) {
  return products.flatMap(({ product_id, seller_id }) =>
    seller_id === undefined ? [] : [{ product_id, seller_id }],
  )
}
