import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { CatalogDeps } from '../deps.ts'
import { takeUpSellerNames } from '../take-up-seller-names.ts'
import { deleteRows } from '../store/transfer-rows.ts'
import { type Change, changeTransfer, lockTransfer } from '../store/transfers.ts'
import { queueRun } from './queue-run.ts'
import { viewTransfer } from './transfer-view.ts'

/** Has what was checked written, or goes on where it was stopped. */
export const runImport =
  (deps: CatalogDeps): Handler<Catalog, 'runImport'> =>
  async ({ transfer_id }, context) => {
    const now = context.now()
    const owner = ownerOf(context)
    if (owner !== null) {
      // What a seller adds is shown under their name.
      const { sellers } = await deps.clients.identity.findSellers(context, { account_ids: [owner] })
      await takeUpSellerNames(deps, sellers)
    }
    return deps.db.tx(async (tx) => {
      const row = await lockTransfer(tx, transfer_id, owner)
      if (row === null) throw context.fail('NOT_FOUND')
      const goesOn = row.phase === 'write' && (row.state === 'cancelled' || row.state === 'failed')
      if (row.kind !== 'import' || !(row.state === 'checked' || goesOn))
        throw context.fail('CATALOG_TRANSFER_NOT_READY')
      const begin: Change = { phase: 'write', records: 0, created: 0, updated: 0, unchanged: 0, refused: 0 }
      // What the check told of the rows makes way for what becomes of them.
      if (!goesOn) await deleteRows(tx, row.id)
      const change: Change = {
        ...(goesOn ? {} : begin),
        state: 'queued',
        problem: null,
        problem_line: null,
        worker: null,
        queued_at: now,
        ended_at: null,
      }
      const after = await changeTransfer(tx, row.id, change, now)
      await queueRun(deps, tx)
      await deps.audit.record(tx, context, {
        action: 'catalog.import-started',
        subject_type: 'transfer',
        subject_id: row.id,
        after: { file_name: row.file_name, from: after.records },
      })
      return viewTransfer(after)
    })
  }
