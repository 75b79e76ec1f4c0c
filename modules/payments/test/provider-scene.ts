import type { Payments } from '@rampart/contracts/payments.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { openRazorpay } from './fake-razorpay.ts'
import { openStripe } from './fake-stripe.ts'
import { closeBalanced, guest, openPayments, type Payment } from './scene.ts'

type Attempt = OutputOf<Payments, 'confirmStripePayment'>
type Shop = Awaited<ReturnType<typeof openPayments>>

/** What every shop with a provider's server beside it is asked for. */
function more(shop: Shop, provider: string, currency: string) {
  const once = {
    pay: (order_id: string = newId(), amount_minor = 4_240): Promise<Payment> =>
      shop.open(order_id, amount_minor, { provider, currency }),
    news: (raw_body: string, headers: Record<string, string>): Promise<{ received: true }> =>
      shop.call('receiveWebhook', { provider, raw_body, headers }, { principal: guest }),
    status: async (order_id: string) => (await shop.books(order_id)).payment?.status,
    types: async (order_id: string) => (await shop.news(order_id)).map(({ type }) => type),
    /** Lets the refunds that are open be asked about at once. */
    finishRefunds: async (): Promise<void> => {
      await shop.db.run(sql`UPDATE payments.refunds SET attempted_at = now() - interval '2 minutes'`)
      await shop.runSchedule('finish-refunds')
    },
  }
  return once
}

/** A shop that takes payments at a Stripe of this machine. */
export async function openStripeShop() {
  const stripe = await openStripe()
  const shop = await openPayments({}, { stripe: () => Promise.resolve(stripe.keys) })
  const both = {
    ...shop,
    ...more(shop, 'stripe', 'USD'),
    stripe,
    confirm: (payment_id: string, confirmation_token = 'ctoken_ok'): Promise<Attempt> =>
      shop.call('confirmStripePayment', { payment_id, confirmation_token }, { principal: guest }),
    /** Stripe tells about an intent, well signed. */
    tell: (type: string, order_id: string, change: object = {}) => {
      const body = stripe.event(type, stripe.intentOf(order_id), change)
      return both.news(body, { 'stripe-signature': stripe.sign(body) })
    },
    paid: async (): Promise<Payment> => {
      const payment = await both.pay()
      await both.confirm(payment.id)
      return payment
    },
    done: async () => {
      await stripe.close()
      await closeBalanced(shop)
    },
  }
  return both
}

/** A shop that takes payments at a Razorpay of this machine. */
export async function openRazorpayShop() {
  const razorpay = await openRazorpay()
  const shop = await openPayments({}, { razorpay: () => Promise.resolve(razorpay.keys) })
  const both = {
    ...shop,
    ...more(shop, 'razorpay', 'INR'),
    razorpay,
    verify: (proof: object): Promise<Attempt> =>
      shop.call('verifyRazorpayPayment', proof, { principal: guest }),
    /** A shopper's attempt at an order of ours. */
    attempt: (order_id: string, status: string, change: object = {}) =>
      razorpay.attempt(razorpay.orderOf(order_id), status, change),
    /** Razorpay tells about an attempt, well signed. */
    tell: (event: string, attempt: Parameters<typeof razorpay.message>[1], change: object = {}) => {
      const body = razorpay.message(event, attempt, change)
      return both.news(body, { 'x-razorpay-signature': razorpay.sign(body) })
    },
    paid: async (): Promise<Payment> => {
      const payment = await both.pay()
      await both.verify(razorpay.proof(both.attempt(payment.order_id, 'authorized')))
      return payment
    },
    done: async () => {
      await razorpay.close()
      await closeBalanced(shop)
    },
  }
  return both
}
