import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from '../../deps.ts'
import { changeTransfer } from '../../store/transfers.ts'
import { viewTransfer } from '../transfer-view.ts'
import { holdWork } from './hold-work.ts'

/** Notes what columns are taken for; what cannot be guessed waits for a person. */
export const describeImport =
  (deps: CatalogDeps): Handler<Catalog, 'describeImport'> =>
  async ({ own_format, columns, mapping, ...work }, context) => {
    const now = context.now()
    return deps.db.tx(async (tx) => {
      const row = await holdWork(tx, work, context)
      const known = own_format || mapping !== null
      const waiting = { state: 'unmapped', worker: null, ended_at: now } as const
      const change = { own_format, columns, mapping, ...(known ? { worker_seen_at: now } : waiting) }
      return viewTransfer(await changeTransfer(tx, row.id, change, now))
    })
  }
