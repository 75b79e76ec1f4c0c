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
  Timestamp,
} from '@rampart/platform/contract/fields.ts'
import { locationOperations } from './inventory/locations.ts'
import { ruleOperations } from './inventory/rules.ts'
import { change, Level, MOST_PIECES, readers, StockLine, stockErrors, writers } from './inventory/schemas.ts'
import { stockTakeOperations } from './inventory/stock-takes.ts'

/** Pieces of one variant. A variant may stand in several lines; the demand is summed before it is checked. */
const Line = z.strictObject({ variant_id: Id, quantity: Quantity })

/** Why a figure moved. */
export const MovementReason = z.enum([
  'received',
  'adjusted',
  'counted',
  'sold',
  'restocked',
  'imported',
  'transferred',
])

export const inventory = defineContract({
  name: 'inventory',
  operations: {
    getLevels: {
      kind: 'query',
      summary: 'On hand, reserved and available; a variant without stock record has none.',
      access: { modules: ['cart', 'checkout', 'catalog'] },
      input: z.strictObject({ variant_ids: z.array(Id).max(1_000) }),
      output: z.strictObject({
        levels: z.array(
          z.strictObject({
            ...Level.shape,
            /** What is available and what may be ordered beyond it, to be sent later. */
            orderable: z.int(),
          }),
        ),
      }),
    },
    listStock: {
      kind: 'query',
      summary: 'Stock of every variant, lowest first; for a seller of their own.',
      http: { method: 'GET', path: '/inventory' },
      access: readers,
      input: z.strictObject({
        ...pageFields,
        low: QueryFlag.optional(),
        variant_id: Id.optional(),
        /** Only what lies in this location. */
        location_id: Id.optional(),
        /** Part of a SKU or of a product's name. */
        q: z.string().trim().max(100).optional(),
      }),
      output: Page(StockLine),
    },
    listMovements: {
      kind: 'query',
      summary: 'What moved a variant’s stock, newest first.',
      http: { method: 'GET', path: '/inventory/:variant_id/movements' },
      access: readers,
      input: z.strictObject({ variant_id: Id, location_id: Id.optional(), ...cursorFields }),
      output: CursorPage(
        z.strictObject({
          id: Id,
          delta: z.int(),
          reason: MovementReason,
          location_id: Id,
          location_name: z.string(),
          note: z.string().nullable(),
          reference: z.string().nullable(),
          actor_id: Id.nullable(),
          occurred_at: Timestamp,
        }),
      ),
      errors: { INVENTORY_BAD_CURSOR: { status: 400, message: 'This cursor is not valid.' } },
    },
    listReservations: {
      kind: 'query',
      summary:
        'Orders that hold pieces of a variant and are not paid yet, and until when; the next to end first.',
      http: { method: 'GET', path: '/inventory/:variant_id/reservations' },
      access: readers,
      input: z.strictObject({ variant_id: Id, ...pageFields }),
      output: Page(
        z.strictObject({
          order_id: Id,
          quantity: z.int(),
          reserved_at: Timestamp,
          expires_at: Timestamp,
        }),
      ),
    },
    adjustStock: {
      kind: 'command',
      summary: 'Add to or set what is on hand.',
      http: { method: 'POST', path: '/inventory/:variant_id/adjust' },
      access: { ...writers, modules: ['catalog'] },
      input: z.strictObject(change),
      output: Level,
      errors: stockErrors,
    },
    adjustMany: {
      kind: 'command',
      summary:
        'Adjust the stock of several variants: all changes or none, or with `partial` those that can be.',
      http: { method: 'POST', path: '/inventory/adjust' },
      access: writers,
      input: z.strictObject({
        changes: z.array(z.strictObject(change)).min(1).max(200),
        /** Makes the changes that can be made, and tells of the others why not. */
        partial: z.boolean().default(false),
      }),
      output: z.strictObject({
        levels: z.array(Level),
        /** Changes that were not made; only with `partial`. */
        refused: z.array(
          z.strictObject({
            /** Of the change in the list, from 0. */
            place: z.int(),
            variant_id: Id,
            code: z.enum([
              'NOT_FOUND',
              'VALIDATION_FAILED',
              'INVENTORY_BELOW_RESERVED',
              'INVENTORY_LOCATION_SHORT',
            ]),
            message: z.string(),
          }),
        ),
      }),
      errors: stockErrors,
    },
    ...locationOperations,
    ...ruleOperations,
    ...stockTakeOperations,
    importLevels: {
      kind: 'command',
      summary: 'Set what is on hand for many variants at once.',
      access: { modules: ['catalog'] },
      input: z.strictObject({
        levels: z
          .array(z.strictObject({ variant_id: Id, on_hand: z.int().min(0).max(MOST_PIECES) }))
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
    /** What can be ordered now; `later` of these pieces are not there yet. */
    'inventory.stock-changed.v1': z.strictObject({
      levels: z.array(
        z.strictObject({
          variant_id: Id,
          available: z.int(),
          version: z.int(),
          later: z.int().optional(),
        }),
      ),
    }),
    /** A change took these to their threshold or below. Once for each time. */
    'inventory.low-stock.v1': z.strictObject({
      levels: z.array(
        z.strictObject({
          variant_id: Id,
          product_id: Id.nullable(),
          product_name: z.string().nullable(),
          sku: z.string().nullable(),
          /** Whose it is; null: the shop's. */
          seller_id: Id.nullable(),
          available: z.int(),
          threshold: z.int(),
        }),
      ),
    }),
    /** What fell low since somebody who cares for it was last told; `total` where there is more than `items`. */
    'inventory.low-stock-reported.v1': z.strictObject({
      account_id: Id,
      items: z.array(
        z.strictObject({
          product_name: z.string().nullable(),
          sku: z.string().nullable(),
          available: z.int(),
          threshold: z.int(),
        }),
      ),
      total: z.int(),
    }),
    /** Of these there was nothing before, and now there is. */
    'inventory.back-in-stock.v1': z.strictObject({
      levels: z.array(z.strictObject({ variant_id: Id, product_id: Id.nullable(), available: z.int() })),
    }),
  },
})

export type Inventory = typeof inventory
