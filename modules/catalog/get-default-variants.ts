import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from './deps.ts'
import { findChoices } from './store/sale-variants.ts'

/** The variant of each product that has just one; products with several are named. */
export const getDefaultVariants =
  (deps: CatalogDeps): Handler<Catalog, 'getDefaultVariants'> =>
  async ({ product_ids }) => {
    const choices = await findChoices(deps.db, product_ids)
    return {
      variants: choices.flatMap(({ product_id, variant_id }) =>
        variant_id === null ? [] : [{ product_id, variant_id }],
      ),
      several: choices.flatMap(({ product_id, variant_id }) => (variant_id === null ? [product_id] : [])),
    }
  }
