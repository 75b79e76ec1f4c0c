import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from '../deps.ts'
import { allProductTypes } from '../store/product-types.ts'
import { viewType } from './type-view.ts'

/** Product types, by name. */
export const listProductTypes =
  (deps: CatalogDeps): Handler<Catalog, 'listProductTypes'> =>
  async () => ({ items: (await allProductTypes(deps.db)).map(viewType) })
