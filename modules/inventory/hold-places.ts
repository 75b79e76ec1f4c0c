import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { MAIN_LOCATION } from './domain/locations.ts'
import { holdOpen } from './store/locations.ts'

/** Keeps locations open until the transaction ends. One that is closed or unknown: INVENTORY_LOCATION_UNKNOWN. */
export async function holdPlaces(
  tx: Tx,
  context: HandlerContext<'INVENTORY_LOCATION_UNKNOWN'>,
  ids: readonly (string | undefined)[],
): Promise<void> {
  // The main one is never closed, and so is not locked: everything goes through it.
  const named = [...new Set(ids.flatMap((id) => (id === undefined || id === MAIN_LOCATION ? [] : [id])))]
  if (named.length === 0) return
  const open = await holdOpen(tx, named)
  if (!named.every((id) => open.has(id))) throw context.fail('INVENTORY_LOCATION_UNKNOWN')
}
