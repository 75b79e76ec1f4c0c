import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from './deps.ts'
import { findSingleVariants } from './store/sale-variants.ts'

/** The variant of each product that has just one. */
export const getDefaultVariants =
  (deps: CatalogDeps): Handler<Catalog, 'getDefaultVariants'> =>
  async ({ product_ids }) => ({ variants: await findSingleVariants(deps.db, product_ids) })
