import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { CatalogDeps } from '../deps.ts'
import { changeTransfer, lockTransfer } from '../store/transfers.ts'
import { queueRun } from './queue-run.ts'
import { viewTransfer } from './transfer-view.ts'

/** Stops a transfer that waits or runs. Its worker finds out with its next batch, and nothing of that is kept. */
export const cancelTransfer =
  (deps: CatalogDeps): Handler<Catalog, 'cancelTransfer'> =>
  async ({ transfer_id }, context) => {
    const now = context.now()
    return deps.db.tx(async (tx) => {
      const row = await lockTransfer(tx, transfer_id, ownerOf(context))
      if (row === null) throw context.fail('NOT_FOUND')
      if (row.state !== 'queued' && row.state !== 'running') throw context.fail('CATALOG_TRANSFER_NOT_READY')
      const after = await changeTransfer(
        tx,
        row.id,
        { state: 'cancelled', worker: null, worker_seen_at: null, ended_at: now },
        now,
      )
      // The next in line need not wait until its worker has noticed.
      await queueRun(deps, tx)
      await deps.audit.record(tx, context, {
        action: 'catalog.transfer-cancelled',
        subject_type: 'transfer',
        subject_id: row.id,
        after: { file_name: row.file_name, phase: row.phase, records: row.records },
      })
      return viewTransfer(after)
    })
  }
