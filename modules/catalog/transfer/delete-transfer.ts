import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { CatalogDeps } from '../deps.ts'
import { deleteTransferRow, lockTransfer } from '../store/transfers.ts'

/** Throws a transfer away with its file, unless it waits or runs. */
export const deleteTransfer =
  (deps: CatalogDeps): Handler<Catalog, 'deleteTransfer'> =>
  async ({ transfer_id }, context) => {
    await deps.db.tx(async (tx) => {
      const row = await lockTransfer(tx, transfer_id, ownerOf(context))
      if (row === null) throw context.fail('NOT_FOUND')
      if (row.state === 'queued' || row.state === 'running') throw context.fail('CATALOG_TRANSFER_NOT_READY')
      await deleteTransferRow(tx, row.id)
      await deps.audit.record(tx, context, {
        action: 'catalog.transfer-deleted',
        subject_type: 'transfer',
        subject_id: row.id,
        before: { kind: row.kind, file_name: row.file_name, state: row.state },
      })
    })
    return null
  }
