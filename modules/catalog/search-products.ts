import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from './deps.ts'
import { findFacets } from './find-facets.ts'
import { findProducts, inTurn } from './find-products.ts'
import { readProductQuery } from './product-query.ts'
import { type ShortCache, shortCache } from './short-cache.ts'

const FACET_SECONDS = 10
const FACETS_KEPT = 300

/** Published products, one page, with facets. Facets are counted at most every ten seconds for the same question. */
export const searchProducts = (deps: CatalogDeps, pages: ShortCache): Handler<Catalog, 'searchProducts'> => {
  const find = findProducts(deps, pages)
  const facetCache = shortCache(FACET_SECONDS, FACETS_KEPT)
  return async (input, context) => {
    const query = readProductQuery(input, deps.settings.shop_currency)
    if (query === null) throw context.fail('CATALOG_BAD_FILTER')
    const now = context.now()
    const [found, facets] = await inTurn(() =>
      Promise.all([
        find(query, input, now),
        facetCache(JSON.stringify(query), now, () => findFacets(deps, query)),
      ]),
    )
    return { ...found, facets }
  }
}
