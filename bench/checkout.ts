import { randomUUID } from 'node:crypto'
import { Agent, request } from 'undici'
import { someAddress } from '../tests/support/api.ts'
import { median } from './load.ts'

export type CheckoutResult = {
  readonly buyers: number
  readonly ordersPerSecond: number
  /** Milliseconds from the first request to the order that is paid. */
  readonly p50: number
  readonly p99: number
  readonly failures: number
}

/** Buys one piece of a variant at the shop at `url`. @throws when there is no paid order in the end */
export type Buy = (url: string, agent: Agent, variant: string) => Promise<void>

/**
 * So many buyers, each a guest who fills a cart, places the order, approves at the sandbox bank, comes back to the
 * shop and finds the order paid, again and again. Orders that are under way at the end are waited for and counted.
 */
export async function measureCheckout(
  url: string,
  variants: readonly string[],
  buyers: number,
  seconds: number,
  buy: Buy = purchase,
): Promise<CheckoutResult> {
  // A slow shop may keep its buyers waiting: that is its figure, not a failure.
  const agent = new Agent({
    connections: buyers,
    pipelining: 1,
    headersTimeout: 600_000,
    bodyTimeout: 600_000,
  })
  const took: number[] = []
  let failures = 0
  const end = performance.now() + seconds * 1000
  const shopping = async (buyer: number): Promise<void> => {
    for (let turn = 0; performance.now() < end; turn += 1) {
      const begin = performance.now()
      const variant = variants[(buyer * 7919 + turn) % variants.length] ?? ''
      const paid = await buy(url, agent, variant).then(
        () => true,
        () => false,
      )
      if (paid) took.push(performance.now() - begin)
      else failures += 1
    }
  }
  const begin = performance.now()
  await Promise.all(Array.from({ length: buyers }, (_, buyer) => shopping(buyer)))
  const elapsed = (performance.now() - begin) / 1000
  await agent.close()
  const sorted = took.sort((left, right) => left - right)
  return {
    buyers,
    ordersPerSecond: took.length / elapsed,
    p50: median(sorted),
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN,
    failures,
  }
}

/** What a shop answered to a request of a purchase. */
export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Record<string, unknown>
}

/** Sends JSON and reads JSON. */
export async function ask(
  agent: Agent,
  method: 'GET' | 'POST',
  address: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const answer = await request(address, {
    method,
    dispatcher: agent,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.body.text()
  const parsed = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {}
  return { status: answer.statusCode, headers: answer.headers, body: parsed }
}

/** Every purchase is another guest's. */
export function newEmail(): string {
  return `${randomUUID()}@example.com`
}

/** The shop understood and said no, such as when nothing is left. */
export class Refused extends Error {}

/** A guest of Rampart buys one piece. @throws Refused when the shop says no, an Error when something breaks */
export async function purchase(url: string, agent: Agent, variant: string): Promise<void> {
  let token: string | null = null
  const post = async (
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer['body']> => {
    const cart: Record<string, string> = token === null ? {} : { 'x-cart-token': token }
    const answer = await ask(agent, 'POST', `${url}/api/v1${path}`, body, { ...cart, ...headers })
    token ??= (answer.headers['x-cart-token'] as string | undefined) ?? null
    if (answer.status >= 500) throw new Error(`${path} answered ${String(answer.status)}`)
    if (answer.status >= 400) throw new Refused(String(answer.body['code']))
    return answer.body
  }
  await post('/cart/items', { variant_id: variant, quantity: 1 })
  const order = await post(
    '/orders',
    { email: newEmail(), shipping_address: someAddress, payment_method: 'sandbox' },
    { 'idempotency-key': randomUUID() },
  )
  const payment = order['payment'] as { id: string }
  await post(`/payments/sandbox/${payment.id}/approve`, {})
  const done = await post(`/checkout/${String(order['id'])}/complete`, {})
  if (done['status'] !== 'paid') throw new Error(`the order is ${String(done['status'])}`)
}
