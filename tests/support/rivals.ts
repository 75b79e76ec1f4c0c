import { randomUUID } from 'node:crypto'
import { Agent, request } from 'undici'
import { type Json, someAddress } from './api.ts'

/** One request of a race: it is prepared before the start and sent at the start. */
export type Rival = {
  readonly path: string
  readonly body?: unknown
  /** Sent as it is, instead of `body` as JSON. */
  readonly rawBody?: string
  readonly headers?: Readonly<Record<string, string>>
}

export type RivalAnswer = { readonly status: number; readonly body: Json; readonly text: string }

const WARMING_TRIES = 4

/**
 * Sends all requests in the same moment, each on a connection of its own that is open before the start, so that
 * rivals overlap and meet both serving processes. Answers come in the order of the requests.
 */
export async function race(url: string, rivals: readonly Rival[]): Promise<RivalAnswer[]> {
  const agent = new Agent({
    connections: rivals.length,
    pipelining: 1,
    bodyTimeout: 60_000,
    headersTimeout: 60_000,
  })
  try {
    // A pool opens a connection when all others are busy: more requests than connections open every one.
    for (let tries = 0; tries < WARMING_TRIES; tries += 1) {
      await Promise.all(
        rivals.map(async () => (await request(`${url}/health`, { dispatcher: agent })).body.dump()),
      )
    }
    const prepared = rivals.map(({ path, body, rawBody, headers }) => ({
      address: `${url}/api/v1${path}`,
      text: rawBody ?? JSON.stringify(body ?? {}),
      headers: { 'content-type': 'application/json', ...headers },
    }))
    return await Promise.all(
      prepared.map(async ({ address, text, headers }) => {
        const answer = await request(address, { method: 'POST', dispatcher: agent, headers, body: text })
        const answered = await answer.body.text()
        return {
          status: answer.statusCode,
          text: answered,
          body: (answered === '' ? {} : JSON.parse(answered)) as Json,
        }
      }),
    )
  } finally {
    await agent.destroy()
  }
}

type Line = { readonly variant_id: string; readonly quantity: number }

/** What a guest orders: the body of POST /orders. */
export function orderOf(lines: readonly Line[]) {
  return {
    email: 'buyer@example.com',
    items: lines,
    shipping_address: someAddress,
    payment_method: 'sandbox',
  }
}

/** A guest's POST /orders with a key of its own. */
export function buyer(lines: readonly Line[], key: string = randomUUID()): Rival {
  return { path: '/orders', body: orderOf(lines), headers: { 'idempotency-key': key } }
}

/** How many answers there are of each status (and code), for one glance at a race. */
export function tally(answers: readonly RivalAnswer[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { status, body } of answers) {
    const code = typeof body['code'] === 'string' ? ` ${String(body['code'])}` : ''
    counts[`${String(status)}${code}`] = (counts[`${String(status)}${code}`] ?? 0) + 1
  }
  return counts
}
