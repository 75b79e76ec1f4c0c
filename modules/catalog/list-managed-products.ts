import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { CatalogDeps } from './deps.ts'
import { searchWords } from './domain/search-words.ts'
import { countManaged, managedPage, type ManagedRow } from './store/managed-products.ts'

/** Products in every status, for the back office, of a seller their own; latest changes first unless told. */
export const listManagedProducts =
  (deps: CatalogDeps): Handler<Catalog, 'listManagedProducts'> =>
  async ({ page, page_size, q = '', status, category, tag, seller_id, sort = '-updated' }, context) => {
    const words = q === '' ? null : (searchWords(q) ?? ('nothing' as const))
    const query = { owner: ownerOf(context), words, status, category, tag, seller_id }
    const [rows, total] = await Promise.all([
      managedPage(deps.db, query, sort, { limit: page_size, offset: (page - 1) * page_size }),
      countManaged(deps.db, query),
    ])
    return { items: rows.map(viewManaged), page, page_size, total }
  }

function viewManaged({ card, ...row }: ManagedRow) {
  return { ...row, price: card.price, price_varies: card.price_varies }
}
