import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import type { Listener, ListenerContext } from '@rampart/platform/events/listener.ts'
import type { SearchDeps } from './deps.ts'
import { queueTakingIn } from './queue.ts'
import { addOpenSearchPending } from './store/opensearch.ts'
import { addPending } from './store/pending.ts'

/** A product was written: its entry is out of date. */
export const onProductChanged =
  (deps: SearchDeps): Listener<EventPayload<Catalog, 'catalog.product-changed.v1'>> =>
  async ({ payload }, context) =>
    note(deps, context, [payload.product_id])

/** Many products were written at once. */
export const onProductsImported =
  (deps: SearchDeps): Listener<EventPayload<Catalog, 'catalog.products-imported.v1'>> =>
  async ({ payload }, context) =>
    note(
      deps,
      context,
      payload.products.map((product) => product.product_id),
    )

/** What lists show of products changed without anybody writing them: stock, rating, place in the tree. */
export const onListingsChanged =
  (deps: SearchDeps): Listener<EventPayload<Catalog, 'catalog.listings-changed.v1'>> =>
  async ({ payload }, context) =>
    note(deps, context, payload.product_ids)

async function note(deps: SearchDeps, context: ListenerContext, productIds: readonly string[]) {
  await context.once(async (tx) => {
    await addPending(tx, productIds)
    if (deps.settings.opensearch_url !== null) await addOpenSearchPending(tx, productIds)
    await queueTakingIn(deps, tx)
  })
}
