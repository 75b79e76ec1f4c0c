import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import type { Listener } from '@rampart/platform/events/listener.ts'
import type { InventoryDeps } from './deps.ts'
import { learnLabels } from './store/labels.ts'

/** Learns what variants are called. Needs no inbox: the statement itself has its effect once, newest news last. */
export const onProductChanged =
  (deps: InventoryDeps): Listener<EventPayload<Catalog, 'catalog.product-changed.v1'>> =>
  async (event) => {
    if (event.payload.variants.length === 0) return
    await learnLabels(deps.db, { ...event.payload, changed_at: event.occurred_at })
  }
