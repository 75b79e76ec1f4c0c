import type { z } from 'zod'
import type { Order } from '@rampart/contracts/orders.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { editableStatuses } from '../domain/states.ts'
import type { Owner } from '../owner.ts'

type ShippingAddress = z.infer<typeof Order>['shipping_address']

export type Correction = {
  readonly shipping_address?: ShippingAddress | undefined
  readonly note?: string | null | undefined
}

/** What was there before a correction. */
export type Corrected = { readonly shipping_address: ShippingAddress; readonly note: string | null }

/** Replaces the given ones of address and note while the order is editable, and answers what they were. Else null. */
export async function correctOrder(
  tx: Tx,
  id: string,
  owner: Owner,
  { shipping_address: address, note }: Correction,
): Promise<Corrected | null> {
  return tx.maybe<Corrected>(sql`
    WITH was AS (
      SELECT id, shipping_address, note FROM orders.orders
      WHERE id = ${id} AND status = ANY(${editableStatuses}::text[]) AND sent_count = 0 AND ${owner.condition}
      FOR UPDATE
    )
    UPDATE orders.orders o SET updated_at = now(),
      shipping_address = coalesce(${address === undefined ? null : JSON.stringify(address)}::jsonb, o.shipping_address),
      full_name = coalesce(${address === undefined ? null : (address.full_name ?? '')}, o.full_name),
      note = CASE WHEN ${note !== undefined} THEN ${note ?? null} ELSE o.note END
    FROM was WHERE o.id = was.id
    RETURNING was.shipping_address, was.note`)
}
