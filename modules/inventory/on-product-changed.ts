import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import type { Listener } from '@rampart/platform/events/listener.ts'
import type { InventoryDeps } from './deps.ts'
import { learnLabels } from './store/labels.ts'

// Neither needs an inbox: the statement has its effect once by itself, and newer news stay.

/** Learns what a product's variants are called. */
export const onProductChanged =
  (deps: InventoryDeps): Listener<EventPayload<Catalog, 'catalog.product-changed.v1'>> =>
  (event) =>
    learnLabels(deps.db, [event.payload], event.occurred_at)

/** The same for the products of an import. */
export const onProductsImported =
  (deps: InventoryDeps): Listener<EventPayload<Catalog, 'catalog.products-imported.v1'>> =>
  (event) =>
    learnLabels(deps.db, event.payload.products, event.occurred_at)
