import type { Catalog } from '@rampart/contracts/catalog.ts'
import { MAX_PART_BYTES } from '@rampart/contracts/catalog/transfers.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { CatalogDeps } from '../deps.ts'
import { insertPart } from '../store/transfer-parts.ts'
import { changeTransfer, lockTransfer } from '../store/transfers.ts'
import { queueRun } from './queue-run.ts'
import { viewTransfer } from './transfer-view.ts'

/** Keeps the next part of a file; with the last one, the check begins. */
export const addImportPart =
  (deps: CatalogDeps): Handler<Catalog, 'addImportPart'> =>
  async ({ transfer_id, from, file: { bytes } }, context) => {
    if (bytes.length > MAX_PART_BYTES) throw context.fail('PAYLOAD_TOO_LARGE')
    const now = context.now()
    return deps.db.tx(async (tx) => {
      const row = await lockTransfer(tx, transfer_id, ownerOf(context))
      if (row === null) throw context.fail('NOT_FOUND')
      if (row.kind !== 'import') throw context.fail('CATALOG_TRANSFER_NOT_READY')
      // A client that did not hear of its success sends the part once more.
      if (from < row.received && from + bytes.length <= row.received) return viewTransfer(row)
      if (row.state !== 'uploading') throw context.fail('CATALOG_TRANSFER_NOT_READY')
      const received = row.received + bytes.length
      if (from !== row.received || bytes.length === 0 || received > row.size)
        throw context.fail('CATALOG_PART_MISPLACED')
      await insertPart(tx, row.id, row.parts, bytes)
      const isWhole = received === row.size
      const after = await changeTransfer(
        tx,
        row.id,
        { received, parts: row.parts + 1, ...(isWhole ? { state: 'queued', queued_at: now } : {}) },
        now,
      )
      if (isWhole) {
        await queueRun(deps, tx)
        await deps.audit.record(tx, context, {
          action: 'catalog.import-uploaded',
          subject_type: 'transfer',
          subject_id: row.id,
          after: { file_name: row.file_name, size: row.size },
        })
      }
      return viewTransfer(after)
    })
  }
