import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { CatalogDeps } from './deps.ts'
import type { Picture } from './domain/product.ts'

type Row = {
  id: string
  slug: string
  name: string
  picture: Picture | null
  published: boolean
  seller_id: string | null
}

/** What other modules show of products that they know by their ids alone. */
export const describeProducts =
  (deps: CatalogDeps): Handler<Catalog, 'describeProducts'> =>
  async ({ product_ids }) => ({
    products: await deps.db.many<Row>(sql`
      SELECT id, slug, name, card -> 'picture' AS picture, status = 'published' AS published, seller_id
      FROM catalog.products WHERE id = ANY(${product_ids}::uuid[])`),
  })
