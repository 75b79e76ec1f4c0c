import { randomUUID } from 'node:crypto'
import { Agent, fetch as undiciFetch } from 'undici'
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

type Json = Record<string, unknown>

/**
 * So many buyers, each a guest who fills a cart, places the order, approves at the sandbox bank, comes back to the
 * shop and finds the order paid, again and again.
 */
export async function measureCheckout(
  url: string,
  variants: readonly string[],
  buyers: number,
  seconds: number,
): Promise<CheckoutResult> {
  const agent = new Agent({ connections: buyers, pipelining: 1 })
  const took: number[] = []
  let failures = 0
  const end = performance.now() + seconds * 1000
  const buy = async (buyer: number): Promise<void> => {
    for (let turn = 0; performance.now() < end; turn += 1) {
      const begin = performance.now()
      const variant = variants[(buyer * 7919 + turn) % variants.length] ?? ''
      const paid = await purchase(url, agent, variant).catch(() => false)
      if (paid) took.push(performance.now() - begin)
      else failures += 1
    }
  }
  const begin = performance.now()
  await Promise.all(Array.from({ length: buyers }, (_, buyer) => buy(buyer)))
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

async function purchase(url: string, agent: Agent, variant: string): Promise<boolean> {
  let token: string | null = null
  const post = async (path: string, body: Json, headers: Record<string, string> = {}): Promise<Json> => {
    const response = await undiciFetch(`${url}/api/v1${path}`, {
      method: 'POST',
      dispatcher: agent,
      headers: { 'content-type': 'application/json', ...(token === null ? {} : { 'x-cart-token': token }), ...headers },
      body: JSON.stringify(body),
    })
    token ??= response.headers.get('x-cart-token')
    const answer = (await response.json()) as Json
    if (!response.ok) throw new Error(String(answer['code']))
    return answer
  }
  await post('/cart/items', { variant_id: variant, quantity: 1 })
  const order = await post(
    '/orders',
    { email: 'bench@example.com', shipping_address: someAddress, payment_method: 'sandbox' },
    { 'idempotency-key': randomUUID() },
  )
  const payment = order['payment'] as { id: string }
  await post(`/payments/sandbox/${payment.id}/approve`, {})
  const done = await post(`/checkout/${String(order['id'])}/complete`, {})
  return done['status'] === 'paid'
}
