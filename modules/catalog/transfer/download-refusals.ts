import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { Queryable } from '@rampart/platform/db/db.ts'
import type { CatalogDeps } from '../deps.ts'
import { rowPage } from '../store/transfer-rows.ts'
import { findTransfer } from '../store/transfers.ts'
import { readerOf } from './transfer-view.ts'

const PART_ROWS = 2_000
const HEAD = '\ufeffline,sku,name,column,reason\n'

/** The refused rows of an import, as a sheet. */
export const downloadRefusals =
  (deps: CatalogDeps): Handler<Catalog, 'downloadRefusals'> =>
  async ({ transfer_id }, context) => {
    const row = await findTransfer(deps.db, transfer_id, ownerOf(context))
    if (row === null || row.kind !== 'import') throw context.fail('NOT_FOUND')
    const { text, next } = await readPart(deps.db, transfer_id, 0)
    const name = row.file_name.replace(/\.(csv|jsonl)(\.gz)?$/i, '')
    return {
      content_type: 'text/csv; charset=utf-8',
      attachment: `${name}-refused.csv`,
      bytes: new Uint8Array(Buffer.from(HEAD + text)),
      next,
    }
  }

/** More of them, for who may still have them. */
export const readRefusals =
  (deps: CatalogDeps): Handler<Catalog, 'readRefusals'> =>
  async ({ transfer_id, part }, context) => {
    if ((await findTransfer(deps.db, transfer_id, readerOf(context))) === null)
      throw context.fail('NOT_FOUND')
    const { text, next } = await readPart(deps.db, transfer_id, part)
    return { bytes: new Uint8Array(Buffer.from(text)), next }
  }

async function readPart(q: Queryable, transfer_id: string, part: number) {
  const rows = await rowPage(q, transfer_id, 'refused', { limit: PART_ROWS, offset: part * PART_ROWS })
  const text = rows
    .map(({ line, sku, name, column, reason }) =>
      [String(line), sku, name, column ?? '', reason ?? ''].map(cell).join(','),
    )
    .map((line) => `${line}\n`)
    .join('')
  return { text, next: rows.length < PART_ROWS ? null : { transfer_id, part: part + 1 } }
}

/** A cell that no spreadsheet takes for a formula: what stands here came out of somebody's file. */
function cell(text: string): string {
  const safe = /^[\s']*[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",;\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
