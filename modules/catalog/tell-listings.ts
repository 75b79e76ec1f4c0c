import type { Tx } from '@rampart/platform/db/db.ts'
import type { CatalogDeps } from './deps.ts'

const IDS_PER_EVENT = 500

/** Tells that what lists show of these products changed without anybody writing them. */
export async function tellListings(deps: CatalogDeps, tx: Tx, productIds: readonly string[]): Promise<void> {
  for (let start = 0; start < productIds.length; start += IDS_PER_EVENT) {
    const product_ids = productIds.slice(start, start + IDS_PER_EVENT)
    await deps.outbox.add(tx, 'catalog.listings-changed.v1', { product_ids })
  }
}
