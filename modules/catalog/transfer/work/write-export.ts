import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from '../../deps.ts'
import { findExportAttributes, findExportCurrencies } from '../../store/export-page.ts'
import { insertPart } from '../../store/transfer-parts.ts'
import { changeTransfer, findTransfer } from '../../store/transfers.ts'
import { exportCondition } from '../export-condition.ts'
import { viewTransfer } from '../transfer-view.ts'
import { endTransfer } from './end-transfer.ts'
import { holdWork } from './hold-work.ts'

/** Where an export stands. */
export const readExportPlace =
  (deps: CatalogDeps): Handler<Catalog, 'readExportPlace'> =>
  async ({ transfer_id }, context) => {
    const row = await findTransfer(deps.db, transfer_id, null)
    if (row === null) throw context.fail('NOT_FOUND')
    return { heading: row.heading, parts: row.parts, after: row.after }
  }

/** Names and types of the attributes of its products. */
export const listExportAttributes =
  (deps: CatalogDeps): Handler<Catalog, 'listExportAttributes'> =>
  async ({ transfer_id }, context) => {
    const row = await findTransfer(deps.db, transfer_id, null)
    if (row === null) throw context.fail('NOT_FOUND')
    const condition = exportCondition(row)
    return {
      attributes: await findExportAttributes(deps.db, condition),
      currencies: await findExportCurrencies(deps.db, condition),
    }
  }

/** Keeps a part of its file, and where to go on. */
export const keepExportPart =
  (deps: CatalogDeps): Handler<Catalog, 'keepExportPart'> =>
  async ({ part, bytes, products, after, last, heading, ...work }, context) => {
    const now = context.now()
    return deps.db.tx(async (tx) => {
      const row = await holdWork(tx, work, context)
      if (row.kind !== 'export' || row.parts !== part) throw context.fail('CATALOG_TRANSFER_LOST')
      if (bytes.length > 0) await insertPart(tx, row.id, part, bytes)
      const change = {
        parts: part + (bytes.length > 0 ? 1 : 0),
        size: row.size + bytes.length,
        received: row.size + bytes.length,
        records: row.records + products,
        worker_seen_at: now,
        claims: 0,
        ...(after === null ? {} : { after }),
        ...(heading === undefined ? {} : { heading }),
      }
      const kept = await changeTransfer(tx, row.id, change, now)
      return viewTransfer(last ? await endTransfer(deps, tx, context, kept) : kept)
    })
  }
