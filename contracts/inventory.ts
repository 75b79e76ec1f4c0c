import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import {
  CursorPage,
  cursorFields,
  Id,
  Nothing,
  Page,
  pageFields,
  Quantity,
  QueryFlag,
  Text,
  Timestamp,
} from '@rampart/platform/contract/fields.ts'

const Level = z.strictObject({ variant_id: Id, on_hand: z.int(), reserved: z.int(), available: z.int() })

/** Pieces of one variant. A variant may stand in several lines; the demand is summed before it is checked. */
const Line = z.strictObject({ variant_id: Id, quantity: Quantity })

/** Why a figure moved. */
export const MovementReason = z.enum(['received', 'adjusted', 'counted', 'sold', 'restocked', 'imported'])

const change = {
  variant_id: Id,
  delta: z.int().min(-1_000_000).max(1_000_000).optional(),
  quantity: z.int().min(0).max(1_000_000).optional(),
  reason: Text(200, 1).optional(),
}

const stockErrors = {
  INVENTORY_CHANGE_UNCLEAR: { status: 400, message: 'Give either delta or quantity.' },
  INVENTORY_BELOW_RESERVED: { status: 409, message: 'There would be less stock than orders have reserved.' },
} as const

export const inventory = defineContract({
  name: 'inventory',
  operations: {
    getLevels: {
      kind: 'query',
      summary: 'On hand, reserved and available; a variant without stock record has none.',
      access: { modules: ['cart', 'checkout', 'catalog'] },
      input: z.strictObject({ variant_ids: z.array(Id).max(1_000) }),
      output: z.strictObject({ levels: z.array(Level) }),
    },
    listStock: {
      kind: 'query',
      summary: 'Stock of every variant, lowest first; for a seller of their own.',
      http: { method: 'GET', path: '/inventory' },
      access: { allow: ['staff'], permission: 'inventory:read', own: 'inventory:own' },
      input: z.strictObject({ ...pageFields, low: QueryFlag.optional(), variant_id: Id.optional() }),
      output: Page(
        z.strictObject({
          ...Level.shape,
          sku: z.string().nullable(),
          product_id: Id.nullable(),
          product_name: z.string().nullable(),
          options: z.record(z.string(), z.string()),
          updated_at: Timestamp,
        }),
      ),
    },
    listMovements: {
      kind: 'query',
      summary: 'What moved a variant’s stock, newest first.',
      http: { method: 'GET', path: '/inventory/:variant_id/movements' },
      access: { allow: ['staff'], permission: 'inventory:read', own: 'inventory:own' },
      input: z.strictObject({ variant_id: Id, ...cursorFields }),
      output: CursorPage(
        z.strictObject({
          id: Id,
          delta: z.int(),
          reason: MovementReason,
          note: z.string().nullable(),
          reference: z.string().nullable(),
          actor_id: Id.nullable(),
          occurred_at: Timestamp,
        }),
      ),
      errors: { INVENTORY_BAD_CURSOR: { status: 400, message: 'This cursor is not valid.' } },
    },
    adjustStock: {
      kind: 'command',
      summary: 'Add to or set what is on hand.',
      http: { method: 'POST', path: '/inventory/:variant_id/adjust' },
      access: {
        allow: ['staff'],
        permission: 'inventory:write',
        own: 'inventory:own',
        modules: ['catalog'],
      },
      input: z.strictObject(change),
      output: Level,
      errors: stockErrors,
    },
    importLevels: {
      kind: 'command',
      summary: 'Set what is on hand for many variants at once.',
      access: { modules: ['catalog'] },
      input: z.strictObject({
        levels: z
          .array(z.strictObject({ variant_id: Id, on_hand: z.int().min(0).max(1_000_000) }))
          .max(5_000),
        /** Leaves variants whose stock ever moved as they are, so that a repeated call does no harm. */
        only_new: z.boolean().default(false),
      }),
      output: Nothing,
    },
    reserveStock: {
      kind: 'command',
      summary: 'Hold stock for an order: all lines or none. The same order again answers as the first time.',
      access: { modules: ['checkout'] },
      input: z.strictObject({
        order_id: Id,
        lines: z.array(Line).min(1).max(200),
        expires_in_seconds: z.int().min(60).max(86_400),
      }),
      output: z.strictObject({ status: z.enum(['held', 'committed', 'released']) }),
      errors: {
        INVENTORY_OUT_OF_STOCK: { status: 409, message: 'There is not enough stock for this order.' },
      },
    },
    commitReservation: {
      kind: 'command',
      summary:
        'Turn held stock into sold stock. One that had run out is taken anew if there still is enough.',
      access: { modules: ['checkout'] },
      input: z.strictObject({ order_id: Id }),
      output: z.strictObject({ status: z.literal('committed') }),
      errors: {
        INVENTORY_OUT_OF_STOCK: { status: 409, message: 'There is not enough stock for this order.' },
      },
    },
    releaseReservation: {
      kind: 'command',
      summary: 'Give stock back: held stock becomes available, sold stock is restocked. Again: no effect.',
      access: { modules: ['checkout'] },
      input: z.strictObject({ order_id: Id }),
      output: Nothing,
    },
  },
  events: {
    'inventory.stock-changed.v1': z.strictObject({
      levels: z.array(z.strictObject({ variant_id: Id, available: z.int(), version: z.int() })),
    }),
  },
})

export type Inventory = typeof inventory
