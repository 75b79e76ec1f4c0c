import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { CatalogDeps } from '../../deps.ts'
import {
  changeTransfer,
  findNextQueued,
  findRunning,
  lockClaims,
  lockTransfer,
} from '../../store/transfers.ts'
import { LEASE_MS } from '../queue-run.ts'
import { viewTransfer } from '../transfer-view.ts'
import { endTransfer } from './end-transfer.ts'

/** How many may take up a transfer without getting any further. */
const MAX_CLAIMS = 3

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
      const isLeft = running !== null && running.worker !== worker
      const claims = isLeft ? running.claims + 1 : 1
      const isHopeless = isLeft && claims > MAX_CLAIMS
      if (isHopeless) await giveUp(deps, tx, context, running.id)
      const next = (isHopeless ? null : running) ?? (await findNextQueued(tx))
      if (next === null) return { transfer: null }
      const change = { state: 'running', worker, worker_seen_at: now } as const
      const counted = running !== null && !isLeft ? change : { ...change, claims: isHopeless ? 1 : claims }
      const row = await changeTransfer(tx, next.id, counted, now)
      return { transfer: viewTransfer(row) }
    })
  }

// Whoever took it up ended without a word, each time at the same place: the next would too.
async function giveUp(
  deps: CatalogDeps,
  tx: Tx,
  context: Parameters<typeof endTransfer>[2],
  id: string,
): Promise<void> {
  const row = await lockTransfer(tx, id, null)
  if (row !== null) await endTransfer(deps, tx, context, row, { problem: 'internal' })
}
