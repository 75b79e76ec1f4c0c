import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Page, pageFields, Text, Timestamp } from '@rampart/platform/contract/fields.ts'
import {
  Inspection,
  Return,
  ReturnRequest,
  ReturnSettings,
  ReturnStatus,
  ReturnSummary,
} from './return-schemas.ts'

const readers = { allow: ['staff'], permission: 'orders:read' } as const
const writers = { allow: ['staff'], permission: 'orders:write' } as const
/** Buyers by what they own or the order's token. */
const shared = { allow: ['anyone'], permission: 'orders:read', scope: 'shop:read' } as const

const notNow = {
  ORDERS_RETURN_STEP_NOT_ALLOWED: {
    status: 409,
    message: 'The return cannot go from its present status to that one.',
  },
} as const

const ofReturn = { return_id: Id }

/** A word to the buyer, who reads it in the mail and on the page. */
const word = Text(1_000)

/** Returns: what comes back after it was delivered. */
export const returnOperations = {
  requestReturn: {
    kind: 'command',
    summary: 'Ask to send back pieces of a delivered order, within the shop’s period; staff also after it.',
    http: { method: 'POST', path: '/orders/:order_id/returns', status: 201 },
    access: { allow: ['anyone'], permission: 'orders:write', scope: 'shop:orders' },
    input: ReturnRequest,
    output: Return,
    errors: {
      ORDERS_NOT_RETURNABLE: { status: 409, message: 'Nothing of this order has been delivered.' },
      ORDERS_RETURN_PERIOD_OVER: { status: 409, message: 'The time for returns of this order is over.' },
      ORDERS_RETURN_TOO_MANY: {
        status: 409,
        message: 'Not that many pieces of a line can still be sent back.',
      },
      ORDERS_RETURN_BAD_LINES: { status: 400, message: 'Name lines of this order, each once.' },
    },
  },
  listOrderReturns: {
    kind: 'query',
    summary: 'The returns of an order, and what of it can still be sent back.',
    http: { method: 'GET', path: '/orders/:order_id/returns' },
    access: shared,
    input: z.strictObject({ order_id: Id, token: z.string().max(100).optional() }),
    output: z.strictObject({
      items: z.array(Return),
      /** Empty when the asker can send nothing back. */
      returnable: z.array(z.strictObject({ line_id: Id, quantity: z.int() })),
      /** Until when buyers may ask; null before the delivery and where they cannot. */
      until: Timestamp.nullable(),
    }),
  },
  listReturns: {
    kind: 'query',
    summary: 'A customer’s own returns, or for staff all of them, newest first.',
    http: { method: 'GET', path: '/returns' },
    access: { allow: ['customer', 'staff'], permission: 'orders:read', scope: 'shop:read' },
    input: z.strictObject({
      ...pageFields,
      status: ReturnStatus.optional(),
      /** Number of the return or the order, mail address or name. */
      q: Text(120).optional(),
    }),
    output: Page(ReturnSummary),
  },
  getReturnSettings: {
    kind: 'query',
    summary: 'For how long buyers may send things back, and to where.',
    http: { method: 'GET', path: '/returns/settings' },
    access: readers,
    input: z.strictObject({}),
    output: ReturnSettings,
  },
  updateReturnSettings: {
    kind: 'command',
    summary: 'Set for how long buyers may send things back, and to where.',
    http: { method: 'PUT', path: '/returns/settings' },
    access: writers,
    input: ReturnSettings,
    output: ReturnSettings,
  },
  getReturn: {
    kind: 'query',
    summary:
      'One return: the customer’s own, a guest’s by the order’s token or the cart’s, or any for staff.',
    http: { method: 'GET', path: '/returns/:return_id' },
    access: shared,
    input: z.strictObject({ ...ofReturn, token: z.string().max(100).optional() }),
    output: Return,
  },
  cancelReturn: {
    kind: 'command',
    summary: 'Take a return back that the shop has not decided about.',
    http: { method: 'POST', path: '/returns/:return_id/cancel' },
    access: { allow: ['guest', 'customer'], scope: 'shop:orders' },
    input: z.strictObject({ ...ofReturn, token: z.string().max(100).optional() }),
    output: Return,
    errors: notNow,
  },
  approveReturn: {
    kind: 'command',
    summary: 'Let the buyer send the pieces back; the buyer is told where to.',
    http: { method: 'POST', path: '/returns/:return_id/approve' },
    access: writers,
    input: z.strictObject({ ...ofReturn, note: word.optional() }),
    output: Return,
    errors: {
      ...notNow,
      ORDERS_NO_RETURN_ADDRESS: {
        status: 409,
        message: 'Say in the settings of returns first where parcels go.',
      },
    },
  },
  rejectReturn: {
    kind: 'command',
    summary: 'Refuse a return, and say why.',
    http: { method: 'POST', path: '/returns/:return_id/reject' },
    access: writers,
    input: z.strictObject({ ...ofReturn, note: Text(1_000, 1) }),
    output: Return,
    errors: notNow,
  },
  receiveReturn: {
    kind: 'command',
    summary: 'Record that the parcel of a return has arrived.',
    http: { method: 'POST', path: '/returns/:return_id/receive' },
    access: writers,
    input: z.strictObject({ ...ofReturn, note: word.optional() }),
    output: Return,
    errors: notNow,
  },
  inspectReturn: {
    kind: 'command',
    summary: 'Record how each piece arrived. What is as new can go back to the stock.',
    http: { method: 'POST', path: '/returns/:return_id/inspect' },
    access: writers,
    input: z.strictObject({
      ...ofReturn,
      lines: z
        .array(z.strictObject({ line_id: Id, ...Inspection.shape }))
        .min(1)
        .max(200),
      note: word.optional(),
    }),
    output: Return,
    errors: {
      ...notNow,
      ORDERS_INSPECTION_INCOMPLETE: {
        status: 400,
        message: 'Say of each line of the return how its pieces arrived; they add up to what was announced.',
      },
    },
  },
  closeReturn: {
    kind: 'command',
    summary: 'End a return without a refund: nothing came, or nothing is to be paid back. Says why.',
    http: { method: 'POST', path: '/returns/:return_id/close' },
    access: writers,
    input: z.strictObject({ ...ofReturn, note: Text(1_000, 1) }),
    output: Return,
    errors: notNow,
  },
} as const satisfies Record<string, Operation>

/** What happened to returns. */
export const returnEvents = {
  /** A return has come one step further, or was begun. `note` is the shop's word to the buyer. */
  'orders.return-changed.v1': z.strictObject({
    order_id: Id,
    return_id: Id,
    number: z.string(),
    status: ReturnStatus,
    note: z.string().nullable(),
  }),
  /** Pieces of an order came back and are to be sold again. */
  'orders.pieces-returned.v1': z.strictObject({
    order_id: Id,
    return_id: Id,
    lines: z.array(z.strictObject({ variant_id: Id, quantity: z.int() })),
  }),
}
