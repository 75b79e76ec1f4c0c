import { createHmac, randomBytes } from 'node:crypto'
import { secretOf } from '@rampart/platform/config/secret.ts'
import type { RazorpayKeys } from '../razorpay/keys.ts'
import { razorpayScript } from './fake-scripts.ts'
import { type Answered, type Asked, openLoopback } from './loopback.ts'

type Order = {
  id: string
  entity: 'order'
  amount: number
  amount_paid: number
  currency: string
  receipt: string
  status: string
  created_at: number
}

type Attempt = {
  id: string
  entity: 'payment'
  amount: number
  currency: string
  status: string
  order_id: string
  notes: []
}

type Refund = {
  id: string
  entity: 'refund'
  amount: number
  currency: string
  payment_id: string
  receipt: string
  status: string
  notes: []
}

const KEY_ID = 'rzp_test_1Canary77'
const KEY_SECRET = 'canary-key-secret-77'
const WEBHOOK_SECRET = 'canary-webhook-secret-78'
const ACCOUNT = 'acc_1'

const id = (prefix: string) => `${prefix}_${randomBytes(7).toString('hex')}`
const ok = (body: unknown): Answered => ({ status: 200, body })
const refuse = (status: number, field: string | null = null): Answered => ({
  status,
  body: { error: { code: 'BAD_REQUEST_ERROR', description: 'Not so.', field } },
})
const collection = (items: readonly unknown[], query: URLSearchParams) => {
  const skip = Number(query.get('skip') ?? 0)
  const some = items.slice(skip, skip + Number(query.get('count') ?? 10))
  return ok({ entity: 'collection', count: some.length, items: some })
}

/** Answers as Razorpay's published API does, idempotent refunds included. Sources: the docstrings of ../razorpay. */
export async function openRazorpay() {
  const orders = new Map<string, Order>()
  const attempts: Attempt[] = []
  const refunds: Refund[] = []
  const remembered = new Map<string, { body: string; answer: Answered }>()
  let refundStatus = 'processed'
  const server = await openLoopback(answer)
  const pair = `Basic ${Buffer.from(`${KEY_ID}:${KEY_SECRET}`).toString('base64')}`

  function answer(asked: Asked): Answered {
    if (asked.path === '/v1/checkout.js') return { status: 200, body: null, script: razorpayScript }
    if (asked.path === '/attempt') return { status: 200, body: null, script: '' }
    if (asked.headers.authorization !== pair) return refuse(401)
    const key = asked.headers['x-refund-idempotency']
    if (typeof key !== 'string') return route(asked)
    const known = remembered.get(key)
    if (known !== undefined) return known.body === asked.body ? known.answer : refuse(400)
    const fresh = structuredClone(route(asked))
    remembered.set(key, { body: asked.body, answer: fresh })
    return fresh
  }

  function route({ method, path, query, body }: Asked): Answered {
    const [, , kind = '', of = '', what = ''] = path.split('/')
    const at = [method, kind, of === '' ? '' : ':id', what].filter((part) => part !== '').join(' ')
    const order = orders.get(of)
    const attempt = attempts.find((one) => one.id === of)
    if (at === 'POST orders') return ok(create(JSON.parse(body) as Order))
    if (at === 'GET orders') {
      const all = [...orders.values()].reverse()
      const receipt = query.get('receipt')
      return collection(receipt === null ? all : all.filter((one) => one.receipt === receipt), query)
    }
    if (at === 'GET orders :id' && order !== undefined) return ok(order)
    if (at === 'GET orders :id payments' && order !== undefined)
      return collection(
        attempts.filter((one) => one.order_id === of),
        new URLSearchParams({ count: '100' }),
      )
    if (at === 'POST payments :id capture' && attempt !== undefined)
      return capture(attempt, JSON.parse(body) as Order)
    if (at === 'GET payments :id refunds')
      return collection(
        refunds.filter((one) => one.payment_id === of),
        query,
      )
    if (at === 'POST payments :id refund' && attempt !== undefined)
      return refund(attempt, JSON.parse(body) as Refund)
    return refuse(400)
  }

  function create({ amount, currency, receipt }: Order): Order {
    const order: Order = {
      id: id('order'),
      entity: 'order',
      amount,
      amount_paid: 0,
      currency,
      receipt,
      status: 'created',
      created_at: Math.floor(Date.now() / 1000),
    }
    orders.set(order.id, order)
    return order
  }

  function capture(attempt: Attempt, { amount, currency }: { amount: number; currency: string }): Answered {
    const order = orders.get(attempt.order_id)
    if (order === undefined || attempt.status !== 'authorized') return refuse(400)
    if (amount !== attempt.amount || currency !== attempt.currency) return refuse(400, 'amount')
    Object.assign(attempt, { status: 'captured', fee: Math.round(amount * 0.0236) })
    Object.assign(order, { status: 'paid', amount_paid: amount })
    return ok(attempt)
  }

  function refund(attempt: Attempt, { amount, receipt }: Refund): Answered {
    const before = refunds.filter((one) => one.payment_id === attempt.id && one.status !== 'failed')
    if (before.reduce((sum, one) => sum + one.amount, amount) > attempt.amount) return refuse(400, 'amount')
    const one: Refund = {
      id: id('rfnd'),
      entity: 'refund',
      amount,
      currency: attempt.currency,
      payment_id: attempt.id,
      receipt,
      status: refundStatus,
      notes: [],
    }
    refunds.push(one)
    return ok(one)
  }

  const keys: RazorpayKeys = {
    key_id: KEY_ID,
    key_secret: secretOf(KEY_SECRET),
    webhook_secrets: [secretOf(WEBHOOK_SECRET)],
    account_id: ACCOUNT,
    base_url: server.url,
    timeout_ms: 400,
  }
  return {
    ...server,
    keys,
    canaries: [KEY_SECRET, WEBHOOK_SECRET],
    orders,
    attempts,
    refunds,
    forgetKeys: () => remembered.clear(),
    refundsBecome: (status: string) => void (refundStatus = status),
    /** Razorpay's order for one of ours. @throws unless there is exactly one */
    orderOf: (order_id: string): Order => {
      const [one, ...more] = [...orders.values()].filter(({ receipt }) => receipt === order_id)
      if (one === undefined || more.length > 0) throw new Error('There is not exactly one order.')
      return one
    },
    /** A shopper's attempt to pay. */
    attempt: (order: Order, status: string, change: Partial<Attempt> = {}): Attempt => {
      const { amount, currency } = order
      const one: Attempt = {
        id: id('pay'),
        entity: 'payment',
        amount,
        currency,
        status,
        order_id: order.id,
        notes: [],
        ...change,
      }
      attempts.push(one)
      return one
    },
    /** What the form hands to the browser. */
    proof: ({ id: attempt, order_id }: Attempt, secret = KEY_SECRET) => ({
      razorpay_order_id: order_id,
      razorpay_payment_id: attempt,
      razorpay_signature: createHmac('sha256', secret).update(`${order_id}|${attempt}`).digest('hex'),
    }),
    message: (event: string, attempt: Attempt, change: object = {}) =>
      JSON.stringify({
        entity: 'event',
        account_id: ACCOUNT,
        event,
        contains: ['payment'],
        payload: { payment: { entity: attempt } },
        created_at: Math.floor(Date.now() / 1000),
        ...change,
      }),
    sign: (body: string, secret = WEBHOOK_SECRET) => createHmac('sha256', secret).update(body).digest('hex'),
  }
}
