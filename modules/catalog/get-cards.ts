import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from './deps.ts'
import type { KeptCards } from './kept-cards.ts'
import { nameSeller } from './product-view.ts'

/** Published products by their ids, as lists show them; a second old at most. */
export const getCards =
  (deps: CatalogDeps, keptCards: KeptCards): Handler<Catalog, 'getCards'> =>
  async ({ product_ids }, context) => {
    const cards = await keptCards(product_ids, context.now())
    const names = await deps.sellerNames(cards, context.now())
    return { items: cards.map((card) => nameSeller(card, names)) }
  }
