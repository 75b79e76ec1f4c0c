import { z } from 'zod'
import { Id, Text, Timestamp } from '@rampart/platform/contract/fields.ts'

/** The most pieces of one variant. */
export const MOST_PIECES = 1_000_000

/** `on_hand` below nothing: so many pieces are sold that are not there yet. */
export const Level = z.strictObject({
  variant_id: Id,
  on_hand: z.int(),
  reserved: z.int(),
  available: z.int(),
})

/** How a variant's stock is watched and sold. */
export const StockRules = z.strictObject({
  /** So many available pieces or fewer are low; null: as the shop's settings say. */
  low_stock_threshold: z.int().nullable(),
  /** How many pieces may be ordered beyond what is there; 0: none. */
  backorder_limit: z.int(),
})

export const StockLine = z.strictObject({
  ...Level.shape,
  ...StockRules.shape,
  sku: z.string().nullable(),
  product_id: Id.nullable(),
  product_name: z.string().nullable(),
  options: z.record(z.string(), z.string()),
  /** What lies in the location that was asked for; null without one. */
  at_location: z.int().nullable(),
  updated_at: Timestamp,
})

export const Location = z.strictObject({
  id: Id,
  name: z.string(),
  /** The one that stock is at unless another is named. It is never closed. */
  is_main: z.boolean(),
  closed_at: Timestamp.nullable(),
  created_at: Timestamp,
})

export const change = {
  variant_id: Id,
  delta: z.int().min(-MOST_PIECES).max(MOST_PIECES).optional(),
  quantity: z.int().min(0).max(MOST_PIECES).optional(),
  /** Where; the pieces there are changed or counted. Absent: those in all, by a change in the main location. */
  location_id: Id.optional(),
  reason: Text(200, 1).optional(),
}

/** Who looks at stock, and who changes it; sellers their own. */
export const readers = { allow: ['staff'], permission: 'inventory:read', own: 'inventory:own' } as const
export const writers = { allow: ['staff'], permission: 'inventory:write', own: 'inventory:own' } as const

export const locationUnknown = {
  INVENTORY_LOCATION_UNKNOWN: { status: 400, message: 'There is no open location with this id.' },
} as const

export const locationShort = {
  INVENTORY_LOCATION_SHORT: { status: 409, message: 'There are not so many pieces in this location.' },
} as const

export const stockErrors = {
  INVENTORY_CHANGE_UNCLEAR: { status: 400, message: 'Give either delta or quantity.' },
  INVENTORY_BELOW_RESERVED: {
    status: 409,
    message: 'There would be less stock than orders have reserved.',
  },
  ...locationUnknown,
  ...locationShort,
} as const
