import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, call } from './api.ts'
import { orderOf } from './rivals.ts'

type Line = { readonly variant_id: string; readonly quantity: number }

/** What buyers were told. */
export type Acknowledged = {
  /** Orders that were answered with 201, and what they were for. */
  readonly orders: Map<string, readonly Line[]>
  /** Orders whose approval the bank confirmed. */
  readonly approved: Set<string>
  /** Orders whose cancelling was confirmed. */
  readonly cancelled: Set<string>
  /** Answers that no buyer should ever see, such as a 500. */
  readonly unexpected: string[]
  /** Requests that were not answered: the server was gone. */
  lost: number
}

export type Buyers = {
  readonly told: Acknowledged
  /** Sends no more requests and waits for those that run. */
  stop(): Promise<void>
}

const expected = new Set([200, 201, 409, 503])
const GONE_MS = 40

/** Lets buyers order, pay, come back, walk away and cancel, one purchase after another, whatever happens to the server. */
export function sendBuyers(url: string, shelf: readonly string[], count: number): Buyers {
  const told: Acknowledged = {
    orders: new Map(),
    approved: new Set(),
    cancelled: new Set(),
    unexpected: [],
    lost: 0,
  }
  let stopping = false

  async function ask(path: string, body: unknown, key?: string): Promise<Answer | null> {
    try {
      const answer = await call(url, 'POST', path, body, key === undefined ? {} : { idempotencyKey: key })
      if (!expected.has(answer.status)) told.unexpected.push(`${path}: ${JSON.stringify(answer.body)}`)
      return answer
    } catch {
      told.lost += 1
      await sleep(GONE_MS)
      return null
    }
  }

  async function buy(): Promise<void> {
    const lines = someLines(shelf)
    const key = randomUUID()
    // A program that was not answered asks again with its key; half of the buyers do.
    const order =
      (await ask('/orders', orderOf(lines), key)) ??
      (chance(50) ? await ask('/orders', orderOf(lines), key) : null)
    if (order?.status !== 201) return
    const {
      id,
      tracking_token: token,
      payment,
    } = order.body as unknown as {
      id: string
      tracking_token: string
      payment: { id: string }
    }
    told.orders.set(id, lines)
    if (chance(10)) return
    if (chance(10)) {
      if ((await ask(`/orders/${id}/cancel`, { token }))?.status === 200) told.cancelled.add(id)
      return
    }
    if ((await ask(`/payments/sandbox/${payment.id}/approve`, {}))?.status === 200) told.approved.add(id)
    if (chance(70)) await ask(`/checkout/${id}/complete`, { token })
    if (chance(5) && (await ask(`/orders/${id}/cancel`, { token }))?.status === 200) told.cancelled.add(id)
  }

  async function keepBuying(): Promise<void> {
    while (!stopping) await buy()
  }

  const all = Array.from({ length: count }, keepBuying)
  return {
    told,
    stop: async () => {
      stopping = true
      await Promise.all(all)
    },
  }
}

function chance(percent: number): boolean {
  return randomInt(100) < percent
}

function someLines(shelf: readonly string[]): Line[] {
  const first = randomInt(shelf.length)
  return Array.from({ length: 1 + randomInt(Math.min(3, shelf.length)) }, (_, index) => ({
    variant_id: shelf[(first + index) % shelf.length] ?? '',
    quantity: 1 + randomInt(3),
  }))
}
