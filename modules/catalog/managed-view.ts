import type { CatalogDeps } from './deps.ts'
import { type ProductView, viewProduct } from './product-view.ts'
import type { ManagedPage } from './store/product-page.ts'

/** A product's page for a caller who may be managing it: then it tells whose it is, its type and tags. */
export async function viewManagedPage(
  deps: CatalogDeps,
  { managed, tags, type_id, ...page }: ManagedPage,
  now: Date,
): Promise<ProductView> {
  const view = viewProduct(page, await deps.sellerNames([page], now))
  return managed ? { ...view, seller_id: page.seller_id, tags, type_id } : view
}
