import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from './deps.ts'
import { findSaleVariants } from './store/sale-variants.ts'

/** What carts and orders need to know of variants, retired ones too. */
export const getVariantsForSale =
  (deps: CatalogDeps): Handler<Catalog, 'getVariantsForSale'> =>
  async ({ variant_ids, currency }, context) => ({
    variants: await findSaleVariants(deps.db, variant_ids, currency ?? null, context.now()),
  })
