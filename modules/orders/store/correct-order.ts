import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { editableStatuses } from '../domain/states.ts'
import type { Owner } from '../owner.ts'

/** Replaces address and note while the order is editable. Answers false when it is not, or not the owner's. */
export async function correctOrder(
  tx: Tx,
  id: string,
  owner: Owner,
  fields: { readonly shipping_address: { readonly full_name?: string | undefined }; readonly note: string | null },
): Promise<boolean> {
  const rows = await tx.run(sql`
    UPDATE orders.orders
    SET shipping_address = ${JSON.stringify(fields.shipping_address)}, note = ${fields.note}, updated_at = now(),
      full_name = ${fields.shipping_address.full_name ?? ''}
    WHERE id = ${id} AND status = ANY(${editableStatuses}::text[]) AND ${owner.condition}`)
  return rows === 1
}
