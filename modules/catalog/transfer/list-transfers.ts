import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { CatalogDeps } from '../deps.ts'
import { transferPage } from '../store/transfers.ts'
import { viewTransfer } from './transfer-view.ts'

/** Imports and exports, the newest first; of a seller their own. */
export const listTransfers =
  (deps: CatalogDeps): Handler<Catalog, 'listTransfers'> =>
  async ({ page, page_size, kind }, context) => {
    const place = { limit: page_size, offset: (page - 1) * page_size }
    const { rows, total } = await transferPage(deps.db, ownerOf(context), kind, place)
    return { items: rows.map(viewTransfer), page, page_size, total }
  }
