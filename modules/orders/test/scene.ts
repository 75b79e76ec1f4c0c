import type { Orders } from '@rampart/contracts/orders.ts'
import type { InputOf, OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type {
  CustomerPrincipal,
  GuestPrincipal,
  Principal,
  StaffPrincipal,
} from '@rampart/platform/contract/principal.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { randomToken } from '@rampart/platform/crypto/tokens.ts'
import { type HarnessOptions, testModule } from '@rampart/platform/testing/module-harness.ts'
import { ordersModule } from '../module.ts'

export type Order = OutputOf<Orders, 'getOrder'>
export type Shipments = OutputOf<Orders, 'createShipment'>
export type OrderPage = OutputOf<Orders, 'listOrders'>
type NewOrder = InputOf<Orders, 'createOrder'>
type AuditEntry = { action: string; subject_id: string; actor_kind: string; actor_id: string | null }

export const homeAddress = {
  full_name: 'Ada Marlow',
  street: '14 Quay Street',
  city: 'Bristol',
  postal_code: 'BS1 4DA',
  country: 'GB',
}

export function guest(guest_token: string | null = randomToken()): GuestPrincipal {
  return { kind: 'guest', guest_token }
}

export function customer(): CustomerPrincipal {
  return { kind: 'customer', id: newId(), session_id: newId(), guest_token: null }
}

export function staff(permissions: readonly string[] = ['orders:*']): StaffPrincipal {
  return { kind: 'staff', id: newId(), session_id: newId(), role: 'manager', permissions }
}

/** Two lines of an order: 2 × 15.00 and 1 × 7.50. */
export function twoLines(): NewOrder['lines'] {
  const line = (name: string, unit_price_minor: number, quantity: number) => ({
    variant_id: newId(),
    product_id: newId(),
    product_slug: name.toLowerCase(),
    product_name: name,
    sku: name.toUpperCase(),
    options: { Size: 'M' },
    picture: null,
    unit_price_minor,
    quantity,
  })
  return [line('Shirt', 1_500, 2), line('Cap', 750, 1)]
}

/** The orders module with a database of its own. */
export async function openOrders(options: HarnessOptions = {}) {
  const h = await testModule(ordersModule, options)
  const inside = (principal: Principal) => ({ principal, caller: 'checkout' })
  const shop = {
    ...h,
    place: (buyer: Principal, given: Partial<NewOrder> = {}): Promise<Order> => {
      const order_id = given.order_id ?? newId()
      const input: NewOrder = {
        order_id,
        email: 'ada@example.com',
        lines: twoLines(),
        currency: 'USD',
        shipping_minor: 490,
        shipping_method: { code: 'standard', name: 'Standard' },
        shipping_address: homeAddress,
        billing_address: null,
        note: null,
        payment: {
          id: newId(),
          provider: 'sandbox',
          next_action: { type: 'redirect', url: `https://bank.example/${order_id}` },
        },
        ...given,
      }
      return h.call('createOrder', input, inside(buyer))
    },
    pay: (order_id: string): Promise<{ status: string | null }> =>
      h.call('markPaid', { order_id }, inside({ kind: 'system' })),
    abandon: (order_id: string, reason = 'payment_failed'): Promise<{ status: string | null }> =>
      h.call('abandonOrder', { order_id, reason }, inside({ kind: 'system' })),
    get: (who: Principal, order_id: string, token?: string): Promise<Order> =>
      h.call('getOrder', token === undefined ? { order_id } : { order_id, token }, { principal: who }),
    list: (who: Principal, filter: object = {}): Promise<OrderPage> =>
      h.call('listOrders', filter, { principal: who }),
    cancel: (who: Principal, order_id: string, more: object = {}): Promise<Order> =>
      h.call('cancelOrder', { order_id, ...more }, { principal: who }),
    step: (who: Principal, order_id: string, status: string, more: object = {}): Promise<Order> =>
      h.call('updateStatus', { order_id, status, ...more }, { principal: who }),
    pack: (who: Principal, order_id: string, more: object = {}): Promise<Shipments> =>
      h.call('createShipment', { order_id, ...more }, { principal: who }),
    move: (who: Principal, order_id: string, shipment_id: string, state: string): Promise<Shipments> =>
      h.call('stepShipment', { order_id, shipment_id, state }, { principal: who }),
    track: (who: Principal, order_id: string, shipment_id: string, fields: object): Promise<Shipments> =>
      h.call('updateShipment', { order_id, shipment_id, ...fields }, { principal: who }),
    correct: (who: Principal, order_id: string, fields: object): Promise<Order> =>
      h.call('updateOrder', { order_id, ...fields }, { principal: who }),
    /** A placed and paid order. */
    paid: async (buyer: Principal = customer()): Promise<Order> => {
      const order = await shop.place(buyer)
      await shop.pay(order.id)
      return order
    },
    /** What the audit log says about a subject, oldest first. */
    audits: async (subject_id: string): Promise<AuditEntry[]> => {
      const events = await h.events()
      return events
        .filter((event) => event.type === 'audit.entry-recorded.v1')
        .map((event) => event.payload as AuditEntry)
        .filter((entry) => entry.subject_id === subject_id)
    },
    /** Events about an order other than audit entries. */
    news: async (order_id: string): Promise<{ type: string; payload: object }[]> => {
      const events = await h.events()
      return events.filter(
        (event) =>
          event.type !== 'audit.entry-recorded.v1' &&
          (event.payload as { order_id?: string }).order_id === order_id,
      )
    },
  }
  return shop
}

export const notFound = { code: 'NOT_FOUND', status: 404 }
