import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from '../../deps.ts'
import { changeTransfer, findNextQueued, findRunning, lockClaims } from '../../store/transfers.ts'
import { LEASE_MS } from '../queue-run.ts'
import { viewTransfer } from '../transfer-view.ts'

/** The transfer to work on now: what its worker left, else what waits longest. While another works, none. */
export const claimTransfer =
  (deps: CatalogDeps): Handler<Catalog, 'claimTransfer'> =>
  async ({ worker }, context) => {
    const now = context.now()
    return deps.db.tx(async (tx) => {
      await lockClaims(tx)
      const running = await findRunning(tx)
      if (running !== null && running.worker !== worker) {
        const isAlive = running.seen_at !== null && Date.parse(running.seen_at) >= now.getTime() - LEASE_MS
        if (isAlive) return { transfer: null }
      }
      const next = running ?? (await findNextQueued(tx))
      if (next === null) return { transfer: null }
      const row = await changeTransfer(tx, next.id, { state: 'running', worker, worker_seen_at: now }, now)
      return { transfer: viewTransfer(row) }
    })
  }
