import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from './deps.ts'
import { nameSeller } from './product-view.ts'
import { findCards } from './store/cards.ts'

/** Published products by their ids, as lists show them. */
export const getCards =
  (deps: CatalogDeps): Handler<Catalog, 'getCards'> =>
  async ({ product_ids }, context) => {
    const cards = await findCards(deps.db, product_ids)
    const names = await deps.sellerNames(cards, context.now())
    return { items: cards.map((card) => nameSeller(card, names)) }
  }
