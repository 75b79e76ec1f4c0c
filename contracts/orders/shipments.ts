import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Quantity, Text, Timestamp } from '@rampart/platform/contract/fields.ts'

/** What happens to a shipment. One that was only packed may be taken back. */
export const ShipmentState = z.enum(['packed', 'shipped', 'delivered', 'cancelled'])

/** How much of an order is on its way or there. */
export const Fulfilment = z.enum(['none', 'partly_shipped', 'shipped', 'partly_delivered', 'delivered'])

/** A parcel: some pieces of some lines of an order. */
export const Shipment = z.strictObject({
  id: Id,
  /** 1, 2, … within the order. */
  number: z.int(),
  state: ShipmentState,
  carrier: z.string().nullable(),
  tracking_number: z.string().nullable(),
  tracking_url: z.string().nullable(),
  packed_at: Timestamp,
  shipped_at: Timestamp.nullable(),
  delivered_at: Timestamp.nullable(),
  lines: z.array(z.strictObject({ item_id: Id, quantity: z.int() })),
})

/** Where a parcel can be followed. */
export const TrackingUrl = z.url({ protocol: /^https$/ }).max(500)

const shipmentStep = {
  ORDERS_SHIPMENT_STEP_NOT_ALLOWED: {
    status: 409,
    message: 'The shipment cannot go from its present state to that one.',
  },
} as const

/** What is done with the parcels of an order. */
export const shipmentOperations = {
  createShipment: {
    kind: 'command',
    summary:
      'Pack pieces of a paid order, or send them at once: the named ones, or all that are left. Sellers theirs alone.',
    http: { method: 'POST', path: '/orders/:order_id/shipments', status: 201 },
    access: { allow: ['staff'], permission: 'orders:write', own: 'orders:own' },
    input: z.strictObject({
      order_id: Id,
      /** Absent: all that is left. */
      lines: z
        .array(z.strictObject({ item_id: Id, quantity: Quantity }))
        .min(1)
        .max(200)
        .optional(),
      /** They leave at once; else they are packed and wait. */
      shipped: z.boolean().default(false),
      carrier: Text(80).optional(),
      tracking_number: Text(80).optional(),
      tracking_url: TrackingUrl.optional(),
    }),
    output: z.strictObject({ shipments: z.array(Shipment) }),
    errors: {
      ORDERS_LINE_TWICE: { status: 400, message: 'Name each line once.' },
      ORDERS_NOT_SHIPPABLE: {
        status: 409,
        message: 'The order is not to be sent: it is unpaid, cancelled or sent already.',
      },
      ORDERS_PIECES_NOT_LEFT: { status: 409, message: 'So many pieces are not left to send.' },
    },
  },
  updateShipment: {
    kind: 'command',
    summary: 'Add or correct the carrier, the number and the link of a shipment.',
    http: { method: 'PUT', path: '/orders/:order_id/shipments/:shipment_id' },
    access: { allow: ['staff'], permission: 'orders:write', own: 'orders:own' },
    input: z.strictObject({
      order_id: Id,
      shipment_id: Id,
      carrier: Text(80).nullable().optional(),
      tracking_number: Text(80).nullable().optional(),
      tracking_url: TrackingUrl.nullable().optional(),
    }),
    output: z.strictObject({ shipments: z.array(Shipment) }),
    errors: shipmentStep,
  },
  stepShipment: {
    kind: 'command',
    summary: 'Take a shipment one step further (shipped, delivered), or take back one that is only packed.',
    http: { method: 'POST', path: '/orders/:order_id/shipments/:shipment_id/update_status' },
    access: { allow: ['staff'], permission: 'orders:write', own: 'orders:own' },
    input: z.strictObject({
      order_id: Id,
      shipment_id: Id,
      state: ShipmentState.exclude(['packed']),
      carrier: Text(80).optional(),
      tracking_number: Text(80).optional(),
      tracking_url: TrackingUrl.optional(),
    }),
    output: z.strictObject({ shipments: z.array(Shipment) }),
    errors: shipmentStep,
  },
} as const satisfies Readonly<Record<string, Operation>>
