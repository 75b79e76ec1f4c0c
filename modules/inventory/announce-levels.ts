import type { Tx } from '@rampart/platform/db/db.ts'
import type { InventoryDeps } from './deps.ts'
import { becameLow, cameBack } from './domain/crossings.ts'
import { orderable, shippedLater } from './domain/orderable.ts'
import { findLabels } from './store/labels.ts'
import type { ChangedLevel } from './store/level-row.ts'
import { noteLow } from './store/low-stock-news.ts'

/** Levels in one event at most. */
const PER_EVENT = 500

/**
 * Tells what can be ordered now, in the transaction of the change: one event for 500 levels, none for no level. A
 * variant that was changed several times is told once, as it is in the end: nobody saw what it was in between. What
 * fell to its threshold by this change, or came back from nothing, is told by an event of its own.
 */
export async function announceLevels(
  deps: InventoryDeps,
  tx: Tx,
  changes: readonly ChangedLevel[],
): Promise<void> {
  const levels = lastOfEach(changes)
  for (let start = 0; start < levels.length; start += PER_EVENT) {
    await deps.outbox.add(tx, 'inventory.stock-changed.v1', {
      levels: levels.slice(start, start + PER_EVENT).map(toldLevel),
    })
  }
  const crossed = levels.filter((level) => becameLow(level) || cameBack(level))
  for (let start = 0; start < crossed.length; start += PER_EVENT)
    await announceCrossings(deps, tx, crossed.slice(start, start + PER_EVENT))
}

function lastOfEach(changes: readonly ChangedLevel[]): ChangedLevel[] {
  const last = new Map<string, ChangedLevel>()
  for (const level of changes) {
    const { was } = last.get(level.variant_id) ?? level
    last.set(level.variant_id, { ...level, was })
  }
  return [...last.values()]
}

function toldLevel(level: ChangedLevel) {
  const { variant_id, version } = level
  const later = shippedLater(level)
  return { variant_id, version, available: orderable(level), ...(later > 0 ? { later } : {}) }
}

async function announceCrossings(
  deps: InventoryDeps,
  tx: Tx,
  levels: readonly ChangedLevel[],
): Promise<void> {
  const labels = await findLabels(
    tx,
    levels.map((level) => level.variant_id),
  )
  const low = levels.filter(becameLow).map(({ variant_id, available, threshold }) => ({
    ...{ variant_id, available, threshold },
    ...(labels.get(variant_id) ?? unknown),
  }))
  const back = levels.filter(cameBack).map(({ variant_id, available }) => ({
    ...{ variant_id, available },
    product_id: labels.get(variant_id)?.product_id ?? null,
  }))
  if (low.length > 0) {
    await deps.outbox.add(tx, 'inventory.low-stock.v1', { levels: low })
    await noteLow(
      tx,
      low.map((level) => level.variant_id),
      deps.clock(),
    )
  }
  if (back.length > 0) await deps.outbox.add(tx, 'inventory.back-in-stock.v1', { levels: back })
}

const unknown = { product_id: null, product_name: null, sku: null, seller_id: null }
