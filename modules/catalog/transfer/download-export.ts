import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { Queryable } from '@rampart/platform/db/db.ts'
import type { CatalogDeps } from '../deps.ts'
import { findPart } from '../store/transfer-parts.ts'
import { findTransfer, type TransferRow } from '../store/transfers.ts'
import { readerOf } from './transfer-view.ts'

/** The beginning of the file of an export, and an entry that says who took it. */
export const downloadExport =
  (deps: CatalogDeps): Handler<Catalog, 'downloadExport'> =>
  async ({ transfer_id }, context) => {
    const row = await findTransfer(deps.db, transfer_id, ownerOf(context))
    if (row === null) throw context.fail('NOT_FOUND')
    if (row.kind !== 'export' || row.state !== 'done') throw context.fail('CATALOG_TRANSFER_NOT_READY')
    const file = await readPart(deps.db, row, 0)
    await deps.db.tx((tx) =>
      deps.audit.record(tx, context, {
        action: 'catalog.export-downloaded',
        subject_type: 'transfer',
        subject_id: row.id,
        after: { file_name: row.file_name, products: row.records },
      }),
    )
    return { content_type: contentType(row.format), attachment: row.file_name, ...file }
  }

/** The next part of that file, for who may still have it. */
export const readExportFile =
  (deps: CatalogDeps): Handler<Catalog, 'readExportFile'> =>
  async ({ transfer_id, part }, context) => {
    const row = await findTransfer(deps.db, transfer_id, readerOf(context))
    if (row === null || row.kind !== 'export' || row.state !== 'done') throw context.fail('NOT_FOUND')
    return readPart(deps.db, row, part)
  }

const contentType = (format: TransferRow['format']) =>
  format === 'csv' ? ('text/csv; charset=utf-8' as const) : ('application/jsonl; charset=utf-8' as const)

async function readPart(q: Queryable, row: TransferRow, part: number) {
  const bytes = await findPart(q, row.id, part)
  return {
    bytes: new Uint8Array(bytes ?? Buffer.alloc(0)),
    next: part + 1 < row.parts ? { transfer_id: row.id, part: part + 1 } : null,
  }
}
