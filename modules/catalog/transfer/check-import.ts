import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { CatalogDeps } from '../deps.ts'
import { deleteRows } from '../store/transfer-rows.ts'
import { changeTransfer, lockTransfer } from '../store/transfers.ts'
import { queueRun } from './queue-run.ts'
import { viewTransfer } from './transfer-view.ts'

/** Nothing was counted yet. */
const fresh = {
  records: 0,
  total: null,
  created: 0,
  updated: 0,
  unchanged: 0,
  refused: 0,
  checked: null,
  problem: null,
  problem_line: null,
  worker: null,
  ended_at: null,
} as const

/** Has an import looked through from the start, where nothing of it was written yet. */
export const checkImport =
  (deps: CatalogDeps): Handler<Catalog, 'checkImport'> =>
  async ({ transfer_id, mapping }, context) => {
    const now = context.now()
    return deps.db.tx(async (tx) => {
      const row = await lockTransfer(tx, transfer_id, ownerOf(context))
      if (row === null) throw context.fail('NOT_FOUND')
      const isOpen =
        row.state === 'unmapped' ||
        row.state === 'checked' ||
        (row.phase === 'check' && (row.state === 'cancelled' || row.state === 'failed'))
      if (row.kind !== 'import' || !isOpen || row.received < row.size)
        throw context.fail('CATALOG_TRANSFER_NOT_READY')
      if (row.state === 'unmapped' && mapping === undefined) throw context.fail('CATALOG_MAPPING_NEEDED')
      await deleteRows(tx, row.id)
      const change = { ...fresh, state: 'queued', phase: 'check', queued_at: now } as const
      const given = mapping === undefined ? {} : { mapping, own_format: false }
      const after = await changeTransfer(tx, row.id, { ...change, ...given }, now)
      await queueRun(deps, tx)
      await deps.audit.record(tx, context, {
        action: 'catalog.import-checked',
        subject_type: 'transfer',
        subject_id: row.id,
        after: { file_name: row.file_name },
      })
      return viewTransfer(after)
    })
  }
