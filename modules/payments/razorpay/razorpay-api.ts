import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { failure } from '@rampart/platform/errors/app-error.ts'
import { z } from 'zod'
import { type Answer, askProvider } from '../ask-provider.ts'
import type { PaymentsDeps } from '../deps.ts'
import type { KeySource } from '../provider.ts'
import type { RazorpayKeys } from './keys.ts'

const BASE_URL = 'https://api.razorpay.com'

export type RazorpayApi = ReturnType<typeof razorpayApi>

/** Razorpay's REST API: JSON both ways, the key pair by basic authentication. Source: https://razorpay.com/docs/api/authentication */
export function razorpayApi(deps: Pick<PaymentsDeps, 'log' | 'clock'>, keySource: KeySource<RazorpayKeys>) {
  /** @throws UNAVAILABLE when the shop has no keys (any more) */
  async function keys(): Promise<RazorpayKeys> {
    const found = await keySource()
    if (found === null) throw failure('UNAVAILABLE')
    return found
  }

  async function ask(
    context: CallContext,
    path: string,
    more: {
      query?: Readonly<Record<string, string>>
      body?: object
      refundKey?: string
      asksForRights?: true
    },
  ): Promise<Answer> {
    const { key_id, key_secret, base_url = BASE_URL, timeout_ms } = await keys()
    const url = new URL(path, base_url)
    if (more.query !== undefined) url.search = new URLSearchParams(more.query).toString()
    const pair = Buffer.from(`${key_id}:${key_secret.reveal()}`).toString('base64')
    const sends = more.body !== undefined
    return askProvider(deps, context, 'razorpay', {
      method: sends ? 'POST' : 'GET',
      url,
      headers: {
        authorization: `Basic ${pair}`,
        ...(sends ? { 'content-type': 'application/json' } : {}),
        ...(more.refundKey === undefined ? {} : { 'x-refund-idempotency': more.refundKey }),
      },
      ...(sends ? { body: JSON.stringify(more.body) } : {}),
      repeatable: !sends || more.refundKey !== undefined,
      timeoutMs: timeout_ms,
      asksForRights: more.asksForRights ?? false,
    })
  }

  return {
    keys,
    get: (context: CallContext, path: string, query: Readonly<Record<string, string>> = {}) =>
      ask(context, path, { query }),
    post: (context: CallContext, path: string, body: object) => ask(context, path, { body }),
    /** Under a key, which Razorpay knows for refunds alone. */
    postRefund: (context: CallContext, path: string, body: object, refundKey: string) =>
      ask(context, path, { body, refundKey }),
    /** Whether the keys open what payments need. Source: https://razorpay.com/docs/api/orders/fetch-all */
    isKnown: async (context: CallContext) =>
      (await ask(context, '/v1/orders', { query: { count: '1' }, asksForRights: true })).status === 200,
  }
}

const Refusal = z.object({ error: z.object({ code: z.string(), field: z.string().nullish() }) })

/** What Razorpay has against a request; null when it accepted it. Source: https://razorpay.com/docs/errors */
export function refusalOf({ status, body }: Answer): { code: string; field: string | null } | null {
  if (status < 300) return null
  const { code, field } = Refusal.parse(body).error
  return { code, field: field ?? null }
}

/** An answer that must be no refusal, read. @throws when it is one, or of another form */
export function accepted<Read>(answer: Answer, schema: z.ZodType<Read>): Read {
  const refusal = refusalOf(answer)
  if (refusal !== null) throw new Error(`Razorpay refused a request: ${refusal.code} ${refusal.field ?? ''}`)
  return schema.parse(answer.body)
}
