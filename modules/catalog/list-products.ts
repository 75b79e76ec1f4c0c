import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from './deps.ts'
import { findProducts, inTurn } from './find-products.ts'
import { isPlainList, readProductQuery } from './product-query.ts'
import type { ShortCache } from '@rampart/platform/cache/short-cache.ts'

/** Published products, one page. */
export const listProducts = (deps: CatalogDeps, pages: ShortCache): Handler<Catalog, 'listProducts'> => {
  const find = findProducts(deps, pages)
  return async (input, context) => {
    const query = readProductQuery(input, deps.settings.shop_currency)
    if (query === null) throw context.fail('CATALOG_BAD_FILTER')
    const found = () => find(query, input, context.now())
    return isPlainList(query) ? found() : inTurn(found)
  }
}
