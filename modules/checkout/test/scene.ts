import type { Checkout } from '@rampart/contracts/checkout.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { CustomerPrincipal, GuestPrincipal, Principal } from '@rampart/platform/contract/principal.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { randomToken } from '@rampart/platform/crypto/tokens.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { testModule } from '@rampart/platform/testing/module-harness.ts'
import { checkoutModule } from '../module.ts'
import { type Article, neighbours, ownerKey } from './neighbours.ts'

export type Order = OutputOf<Checkout, 'placeOrder'>
export type Quote = OutputOf<Checkout, 'quoteCheckout'>

export const CAPTURED = 'payments.payment-captured.v1'
export const FAILED = 'payments.payment-failed.v1'

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

/** The checkout module with a database of its own among neighbours in memory, and a clock that tests move. */
export async function openCheckout() {
  const around = neighbours()
  const began = Date.now()
  let moved = 0
  const h = await testModule(checkoutModule, {
    stubs: around.stubs,
    clock: () => new Date(began + moved),
    settings: { shop_currencies: ['USD', 'JPY', 'KWD'] },
  })
  const shop = {
    ...h,
    ...around,
    /** Puts an article on sale: 15.00 and 10 pieces unless told. */
    article(given: Partial<Article> = {}): string {
      const id = newId()
      around.articles.set(id, {
        product_id: newId(),
        price_minor: 1_500,
        available: 10,
        sellable: true,
        ...given,
      })
      return id
    },
    /** A coupon of 10 % that can be used once, and a gift card of 5.00, both as they are entered. */
    codes() {
      const [coupon, card, code] = [newId(), newId(), newId()]
      around.book.coupons.set(coupon, { percent: 10, uses: 0, maxUses: 1 })
      around.book.cards.set(card, { code, balance: 500 })
      return {
        entered: { coupon, gift_card: code },
        card,
        left: () => ({
          uses: around.book.coupons.get(coupon)?.uses,
          balance: around.book.cards.get(card)?.balance,
        }),
      }
    },
    cart(owner: Principal, lines: { variant_id: string; quantity: number }[], currency = 'USD'): string {
      const id = newId()
      around.carts.set(id, { owner: ownerKey(owner), lines, currency, taken: new Set() })
      return id
    },
    place: (who: Principal, input: object, key: string | null = newId()): Promise<Order> =>
      h.call(
        'placeOrder',
        { email: 'ada@example.com', shipping_address: homeAddress, payment_method: 'sandbox', ...input },
        key === null ? { principal: who } : { principal: who, idempotency_key: key },
      ),
    quote: (who: Principal, input: object): Promise<Quote> =>
      h.call('quoteCheckout', input, { principal: who }),
    complete: (who: Principal, order_id: string): Promise<Order> =>
      h.call('completeCheckout', { order_id }, { principal: who }),
    /** What the bank decides; the shop hears of it when it asks, or by `tell`. */
    bank: (order_id: string, state: 'captured' | 'failed') => {
      around.payments.get(order_id)!.bank = state
    },
    tell: (type: typeof CAPTURED | typeof FAILED, order_id: string, event?: string): Promise<void> => {
      const payment = around.payments.get(order_id)!
      if (payment.bank === 'captured' || payment.bank === 'failed') payment.status = payment.bank
      const ids = { payment_id: payment.id, order_id }
      const more =
        type === CAPTURED
          ? { amount_minor: payment.amount_minor, currency: payment.currency }
          : { reason: 'failed' }
      return h.deliver(type, { ...ids, ...more }, event)
    },
    /** Lets so much time pass, and the reconciler look at everything. */
    later: async (seconds: number): Promise<void> => {
      moved += seconds * 1_000
      await h.db.run(sql`UPDATE checkout.processes SET check_at = now() WHERE state = 'open'`)
      await h.runSchedule('reconcile')
    },
    state: async (order_id: string): Promise<string | null> => {
      const row = await h.db.maybe<{ state: string }>(
        sql`SELECT state FROM checkout.processes WHERE order_id = ${order_id}`,
      )
      return row?.state ?? null
    },
    processes: async (): Promise<{ order_id: string; state: string }[]> =>
      h.db.many(sql`SELECT order_id, state FROM checkout.processes ORDER BY created_at`),
    /** Where everything about an order stands, in four words. */
    ending: async (order_id: string): Promise<string> =>
      [
        await shop.state(order_id),
        around.orders.get(order_id)?.order.status ?? 'none',
        around.payments.get(order_id)?.status ?? 'none',
        around.reservations.get(order_id)?.status ?? 'none',
      ].join(' '),
  }
  return shop
}

export const COMPLETED = 'completed paid captured committed'
