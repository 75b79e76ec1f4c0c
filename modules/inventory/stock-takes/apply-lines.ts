import { z } from 'zod'
import { Id } from '@rampart/platform/contract/fields.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { JobHandler } from '@rampart/platform/jobs/jobs.ts'
import { announceLevels } from '../announce-levels.ts'
import type { InventoryDeps } from '../deps.ts'
import { MAX_ON_HAND } from '../domain/change.ts'
import { MAIN_LOCATION } from '../domain/locations.ts'
import { type ChangedRow, changeLevel } from '../store/change.ts'
import { lockLevels } from '../store/levels.ts'
import { holdOpen } from '../store/locations.ts'
import {
  type ApplyingTake,
  lockApplying,
  nextLines,
  type OpenLine,
  type Problem,
  settleLines,
} from '../store/stock-take-lines.ts'
import { moveStockTake } from '../store/stock-takes.ts'

/** Lines in one transaction at most: its locks are held for a fraction of a second. */
const BATCH = 100

const Payload = z.strictObject({ stock_take_id: Id })

/**
 * Applies the differences of a stock take, batch by batch; each is whole or was not, so a run that was ended goes on where
 * it stopped. What was sold since the count stays sold: the difference is applied, not the figure.
 */
export const applyLines =
  (deps: InventoryDeps): JobHandler =>
  async (payload, { now }) => {
    const { stock_take_id: id } = Payload.parse(payload)
    while (await deps.db.tx((tx) => applyBatch(deps, tx, id, now())));
  }

/** Answers whether there may be more to apply. */
async function applyBatch(deps: InventoryDeps, tx: Tx, id: string, now: Date): Promise<boolean> {
  const take = await lockApplying(tx, id)
  if (take === null) return false
  const lines = await nextLines(tx, id, BATCH)
  if (lines.length === 0) {
    await moveStockTake(tx, id, null, { from: ['applying'], to: 'applied', finished_at: now })
    return false
  }
  const isOpen = take.location_id === MAIN_LOCATION || (await holdOpen(tx, [take.location_id])).size > 0
  await lockLevels(
    tx,
    lines.map((line) => line.variant_id),
  )
  const changed: ChangedRow[] = []
  const settled: { line: number; problem: Problem | null }[] = []
  for (const line of lines) {
    const row = isOpen ? await applyLine(tx, take, line, now) : 'location_closed'
    if (typeof row !== 'string') changed.push(row)
    settled.push({ line: line.line, problem: typeof row === 'string' ? row : null })
  }
  await announceLevels(deps, tx, changed)
  await settleLines(tx, id, settled)
  return true
}

async function applyLine(
  tx: Tx,
  take: ApplyingTake,
  line: OpenLine,
  now: Date,
): Promise<ChangedRow | Problem> {
  const row = await changeLevel(tx, {
    ...{ by: line.difference, to: null, reason: 'counted' as const },
    variant_id: line.variant_id,
    location_id: take.location_id,
    owner: take.owner_id,
    max: MAX_ON_HAND,
    note: null,
    reference: take.id,
    actor_id: take.applied_by,
    now,
  })
  if (row === null) return 'sku_unknown'
  if (row.done) return row
  if (row.delta > 0) return 'too_many'
  return row.on_hand + row.delta < row.reserved ? 'below_reserved' : 'not_there'
}
