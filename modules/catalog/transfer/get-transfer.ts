import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { CatalogDeps } from '../deps.ts'
import { findTransfer } from '../store/transfers.ts'
import { viewTransfer } from './transfer-view.ts'

/** One import or export, and how far it is. */
export const getTransfer =
  (deps: CatalogDeps): Handler<Catalog, 'getTransfer'> =>
  async ({ transfer_id }, context) => {
    const row = await findTransfer(deps.db, transfer_id, ownerOf(context))
    if (row === null) throw context.fail('NOT_FOUND')
    return viewTransfer(row)
  }
