import { z } from 'zod'
import { Id, MoneyOut, Quantity, Text, Timestamp } from '@rampart/platform/contract/fields.ts'
import { articleFields, Picture } from '../shared-fields.ts'

/** Where a return stands. The way from one to another is in `modules/orders/returns/domain/states.ts`. */
export const ReturnStatus = z.enum([
  'requested',
  'approved',
  'rejected',
  'received',
  'inspected',
  'refunded',
  'closed',
  'cancelled',
])

/** Why something comes back. */
export const ReturnReason = z.enum([
  'does_not_fit',
  'not_as_described',
  'damaged',
  'wrong_article',
  'too_late',
  'changed_mind',
  'other',
])

/** How the pieces of a line arrived. They add up to what was announced. */
export const Inspection = z.strictObject({
  as_new: z.int().min(0).max(9_999),
  damaged: z.int().min(0).max(9_999),
  missing: z.int().min(0).max(9_999),
  /** Whether the pieces that are as new go back to the stock. */
  restock: z.boolean(),
})

export const ReturnRequest = z.strictObject({
  order_id: Id,
  token: z.string().max(100).optional(),
  lines: z
    .array(z.strictObject({ line_id: Id, quantity: Quantity, reason: ReturnReason }))
    .min(1)
    .max(200),
  note: Text(1_000).optional(),
})

const { variant_id: _variant, product_id, product_slug, product_name, sku, options, picture } = articleFields

/** A return as its buyer and the back office see it. */
export const Return = z.strictObject({
  id: Id,
  number: z.string(),
  order_id: Id,
  order_number: z.string(),
  status: ReturnStatus,
  lines: z.array(
    z.strictObject({
      line_id: Id,
      ...{ product_id, product_slug, product_name, sku, options, picture },
      quantity: z.int(),
      reason: ReturnReason,
      /** Null until it was inspected. */
      inspection: Inspection.nullable(),
    }),
  ),
  /** Of the buyer. */
  note: z.string().nullable(),
  /** Where the parcel goes, from approval on; else null. */
  ship_to: z.string().nullable(),
  refunded: MoneyOut.nullable(),
  /** `note` is the shop's word to the buyer. */
  history: z.array(
    z.strictObject({ status: ReturnStatus, note: z.string().nullable(), occurred_at: Timestamp }),
  ),
  /** What the asker may do with it now. */
  allowed_actions: z.array(z.enum(['cancel', 'approve', 'reject', 'receive', 'inspect', 'refund', 'close'])),
  created_at: Timestamp,
})

export const ReturnSummary = z.strictObject({
  id: Id,
  number: z.string(),
  order_id: Id,
  order_number: z.string(),
  status: ReturnStatus,
  email: z.string(),
  full_name: z.string(),
  piece_count: z.int(),
  first_item_name: z.string(),
  picture: Picture.nullable(),
  created_at: Timestamp,
})

/** What the shop takes back, and where it goes. */
export const ReturnSettings = z.strictObject({
  /** Days after delivery within which buyers may ask; 0: they cannot. */
  period_days: z.int().min(0).max(3_650),
  /** As it stands on a parcel, in lines. */
  address: Text(500).nullable(),
})
