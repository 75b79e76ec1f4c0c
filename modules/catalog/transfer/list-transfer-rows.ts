import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { CatalogDeps } from '../deps.ts'
import { countRows, rowPage } from '../store/transfer-rows.ts'
import { findTransfer } from '../store/transfers.ts'

/** What became of the rows of an import, or would become of them. */
export const listTransferRows =
  (deps: CatalogDeps): Handler<Catalog, 'listTransferRows'> =>
  async ({ transfer_id, page, page_size, outcome }, context) => {
    if ((await findTransfer(deps.db, transfer_id, ownerOf(context))) === null) throw context.fail('NOT_FOUND')
    const place = { limit: page_size, offset: (page - 1) * page_size }
    const [items, total] = await Promise.all([
      rowPage(deps.db, transfer_id, outcome, place),
      countRows(deps.db, transfer_id, outcome),
    ])
    return { items, page, page_size, total }
  }
