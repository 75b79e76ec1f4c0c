import type { Media } from '@rampart/contracts/media.ts'
import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import type { Listener } from '@rampart/platform/events/listener.ts'
import type { CatalogDeps } from './deps.ts'
import { productFacts } from './save-product.ts'
import { lockCategories } from './store/categories.ts'
import { lockProducts } from './store/load-products.ts'
import { dropFromCategories, findShowing } from './store/pictures.ts'
import { writeProducts } from './store/write-products.ts'

const BATCH = 100

/**
 * Takes a picture that is there no more from all that shows it, and tells of each product. Needs no inbox: what shows it no
 * longer is not found again.
 */
export const onPictureRemoved =
  (deps: CatalogDeps): Listener<EventPayload<Media, 'media.picture-removed.v1'>> =>
  async ({ payload: { picture_id } }) => {
    await deps.db.tx((tx) => dropFromCategories(tx, picture_id))
    for (;;) {
      const showing = await findShowing(deps.db, picture_id, BATCH)
      if (showing.length > 0) await deps.db.tx((tx) => dropFromProducts(deps, tx, showing, picture_id))
      if (showing.length < BATCH) return
    }
  }

async function dropFromProducts(
  deps: CatalogDeps,
  tx: Parameters<typeof lockProducts>[0],
  ids: readonly string[],
  pictureId: string,
): Promise<void> {
  const updated_at = deps.clock().toISOString()
  const products = (await lockProducts(tx, ids, null)).map((product) => ({
    ...product,
    pictures: product.pictures.filter(({ id }) => id !== pictureId),
    updated_at,
  }))
  await lockCategories(tx, [...new Set(products.flatMap(({ category_id }) => category_id ?? []))])
  await writeProducts(tx, products, new Map())
  for (const product of products)
    await deps.outbox.add(tx, 'catalog.product-changed.v1', productFacts(product), { key: product.id })
}
