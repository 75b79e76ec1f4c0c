import { type ProductView, viewProduct } from './product-view.ts'
import type { ManagedPage } from './store/product-page.ts'

/** A product's page for a caller who may be managing it: then it tells whose it is. */
export function viewManagedPage({
  detail,
  breadcrumb,
  available,
  seller_id,
  managed,
}: ManagedPage): ProductView {
  const view = viewProduct(detail, breadcrumb ?? [], available ?? {})
  return managed ? { ...view, seller_id } : view
}
