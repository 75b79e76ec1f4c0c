import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { type ShipmentRow, shipmentsOfOrder } from './shipment-columns.ts'

/** Some shipments of an order, as they stand now. */
export async function findShipments(
  tx: Tx,
  orderId: string,
  seller: string | null,
  ids: readonly string[],
): Promise<ShipmentRow[]> {
  const row = await tx.maybe<{ shipments: ShipmentRow[] | null }>(
    sql`SELECT ${shipmentsOfOrder(seller)} AS shipments FROM orders.orders o WHERE o.id = ${orderId}`,
  )
  return (row?.shipments ?? []).filter(({ id }) => ids.includes(id))
}
