import type { Catalog } from '@rampart/contracts/catalog.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { CatalogDeps } from '../deps.ts'
import { findManagedCurrency } from '../store/managed-products.ts'
import { findPriceChanges } from '../store/price-history.ts'

const MOST = 500

/** What was asked for the variants of a product; the latest five hundred changes. */
export const getPriceHistory =
  (deps: CatalogDeps): Handler<Catalog, 'getPriceHistory'> =>
  async ({ product_id }, context) => {
    const owner = ownerOf(context)
    if ((await findManagedCurrency(deps.db, product_id, owner)) === null) throw context.fail('NOT_FOUND')
    const changes = await findPriceChanges(deps.db, product_id, owner, MOST)
    return {
      items: changes.map(({ price_minor, currency, ...change }) => ({
        ...change,
        currency,
        price: price_minor === null ? null : moneyOut(price_minor, currency),
      })),
    }
  }
