import { createHmac, randomBytes } from 'node:crypto'
import { secretOf } from '@rampart/platform/config/secret.ts'
import type { StripeKeys } from '../stripe/keys.ts'
import { stripeScript } from './fake-scripts.ts'
import { type Answered, type Asked, openLoopback } from './loopback.ts'

type Intent = {
  id: string
  object: 'payment_intent'
  amount: number
  amount_received: number
  currency: string
  status: string
  created: number
  metadata: Record<string, string>
  next_action: unknown
}

type Refund = {
  id: string
  object: 'refund'
  amount: number
  currency: string
  status: string
  payment_intent: string
  metadata: Record<string, string>
}

const SECRET_KEY = 'sk_test_canary_51Nv0'
const WEBHOOK_SECRET = 'whsec_canary_8Zk2'

const id = (prefix: string) => `${prefix}_${randomBytes(12).toString('hex')}`
const ok = (body: unknown): Answered => ({ status: 200, body })
const refuse = (status: number, type: string, code?: string): Answered => ({
  status,
  body: { error: { type, code, message: 'Not so.' } },
})

/** Answers as Stripe's published API does, idempotency keys included. Sources: the docstrings of ../stripe. */
export async function openStripe() {
  const intents = new Map<string, Intent>()
  const refunds: Refund[] = []
  const remembered = new Map<string, { asked: string; answer: Answered }>()
  let refundStatus = 'succeeded'
  const server = await openLoopback(answer)

  function answer(asked: Asked): Answered {
    if (asked.path === '/v3/') return { status: 200, body: null, script: stripeScript }
    if (asked.path === '/form') return { status: 200, body: null, script: '' }
    if (asked.headers.authorization !== `Bearer ${SECRET_KEY}`) return refuse(401, 'invalid_request_error')
    const key = asked.headers['idempotency-key']
    if (typeof key !== 'string') return route(asked)
    const known = remembered.get(key)
    const whole = `${asked.path} ${asked.body}`
    if (known !== undefined) return known.asked === whole ? known.answer : refuse(400, 'idempotency_error')
    const fresh = structuredClone(route(asked))
    remembered.set(key, { asked: whole, answer: fresh })
    return fresh
  }

  function route({ method, path, query, body }: Asked): Answered {
    const form = new URLSearchParams(body)
    const at = `${method} ${path.replace(/pi_\w+/, ':id')}`
    if (at === 'POST /v1/payment_intents') return ok(create(form))
    if (at === 'GET /v1/payment_intents') return ok(page([...intents.values()].reverse(), query))
    if (at === 'POST /v1/refunds') return refund(form)
    if (at === 'GET /v1/refunds')
      return ok(
        page(
          refunds.filter((one) => one.payment_intent === query.get('payment_intent')),
          query,
        ),
      )
    const intent = intents.get(/pi_\w+/.exec(path)?.[0] ?? '')
    if (intent === undefined) return refuse(404, 'invalid_request_error', 'resource_missing')
    if (at === 'GET /v1/payment_intents/:id')
      return ok(
        query.has('expand[]') ? { ...intent, latest_charge: { balance_transaction: feeOf(intent) } } : intent,
      )
    if (at === 'POST /v1/payment_intents/:id/confirm') return confirm(intent, form)
    if (at === 'POST /v1/payment_intents/:id/capture') return step(intent, ['requires_capture'], 'succeeded')
    if (at === 'POST /v1/payment_intents/:id/cancel')
      return step(intent, ['requires_payment_method', 'requires_action', 'requires_capture'], 'canceled')
    return refuse(404, 'invalid_request_error')
  }

  /** Known only once it is settled. */
  function feeOf({ amount_received, currency }: Intent) {
    return amount_received === 0 ? null : { fee: Math.round(amount_received * 0.029) + 30, currency }
  }

  function create(form: URLSearchParams): Intent {
    const intent: Intent = {
      id: id('pi'),
      object: 'payment_intent',
      amount: Number(form.get('amount')),
      amount_received: 0,
      currency: String(form.get('currency')),
      status: 'requires_payment_method',
      created: Math.floor(Date.now() / 1000),
      metadata: { order_id: String(form.get('metadata[order_id]')) },
      next_action: null,
    }
    intents.set(intent.id, intent)
    return intent
  }

  function confirm(intent: Intent, form: URLSearchParams): Answered {
    if (intent.status !== 'requires_payment_method')
      return refuse(400, 'invalid_request_error', 'payment_intent_unexpected_state')
    if (form.get('confirmation_token') === 'ctoken_declined')
      return refuse(402, 'card_error', 'card_declined')
    if (form.get('confirmation_token') === 'ctoken_3ds') {
      const redirect_to_url = { url: 'https://hooks.stripe.example/3ds', return_url: form.get('return_url') }
      Object.assign(intent, {
        status: 'requires_action',
        next_action: { type: 'redirect_to_url', redirect_to_url },
      })
    } else settle(intent)
    return ok(intent)
  }

  function step(intent: Intent, from: readonly string[], to: string): Answered {
    if (!from.includes(intent.status))
      return refuse(400, 'invalid_request_error', 'payment_intent_unexpected_state')
    if (to === 'succeeded') settle(intent)
    else Object.assign(intent, { status: to, next_action: null })
    return ok(intent)
  }

  function refund(form: URLSearchParams): Answered {
    const intent = intents.get(String(form.get('payment_intent')))
    const amount = Number(form.get('amount'))
    if (intent === undefined) return refuse(404, 'invalid_request_error', 'resource_missing')
    const before = refunds.filter((one) => one.payment_intent === intent.id && one.status !== 'failed')
    if (before.reduce((sum, one) => sum + one.amount, amount) > intent.amount_received)
      return refuse(400, 'invalid_request_error', 'charge_already_refunded')
    const one: Refund = {
      id: id('re'),
      object: 'refund',
      amount,
      currency: intent.currency,
      status: refundStatus,
      payment_intent: intent.id,
      metadata: { refund_id: String(form.get('metadata[refund_id]')) },
    }
    refunds.push(one)
    return ok(one)
  }

  function settle(intent: Intent): void {
    Object.assign(intent, { status: 'succeeded', amount_received: intent.amount, next_action: null })
  }

  const keys: StripeKeys = {
    secret_key: secretOf(SECRET_KEY),
    publishable_key: 'pk_test_1',
    webhook_secrets: [secretOf('whsec_older'), secretOf(WEBHOOK_SECRET)],
    base_url: server.url,
    timeout_ms: 400,
  }
  return {
    ...server,
    keys,
    canaries: [SECRET_KEY, WEBHOOK_SECRET],
    intents,
    refunds,
    forgetKeys: () => remembered.clear(),
    refundsBecome: (status: string) => void (refundStatus = status),
    /** The only intent of an order. @throws unless there is exactly one */
    intentOf: (order_id: string): Intent => {
      const [one, ...more] = [...intents.values()].filter(({ metadata }) => metadata['order_id'] === order_id)
      if (one === undefined || more.length > 0) throw new Error('The order has not exactly one intent.')
      return one
    },
    settle,
    event: (type: string, intent: Intent, change: object = {}) =>
      JSON.stringify({
        id: id('evt'),
        object: 'event',
        type,
        livemode: false,
        data: { object: intent },
        ...change,
      }),
    sign: (body: string, at: Date = new Date(), secret = WEBHOOK_SECRET) => {
      const seconds = String(Math.floor(at.getTime() / 1000))
      return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')},v0=00`
    },
  }
}

/** A page of a list that is newest first. */
function page<Item extends { id: string }>(items: readonly Item[], query: URLSearchParams) {
  const start = items.findIndex((item) => item.id === query.get('starting_after')) + 1
  const data = items.slice(start, start + 2)
  return { object: 'list', data, has_more: start + data.length < items.length }
}
