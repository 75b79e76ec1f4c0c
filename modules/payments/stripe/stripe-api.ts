import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { failure } from '@rampart/platform/errors/app-error.ts'
import { z } from 'zod'
import { type Answer, askProvider } from '../ask-provider.ts'
import type { PaymentsDeps } from '../deps.ts'
import type { KeySource } from '../provider.ts'
import type { StripeKeys } from './keys.ts'

const BASE_URL = 'https://api.stripe.com'
/** The version whose shapes are read here, whatever the account's own default is. */
const VERSION = '2025-06-30.basil'

export type StripeApi = ReturnType<typeof stripeApi>

type Form = Readonly<Record<string, string>>

/**
 * Stripe's REST API: forms in, JSON out, an Idempotency-Key for what must not happen twice.
 * Source: https://docs.stripe.com/api/errors, https://docs.stripe.com/api/idempotent_requests
 */
export function stripeApi(deps: Pick<PaymentsDeps, 'log' | 'clock'>, keySource: KeySource<StripeKeys>) {
  /** @throws UNAVAILABLE when the shop has no keys (any more) */
  async function keys(): Promise<StripeKeys> {
    const found = await keySource()
    if (found === null) throw failure('UNAVAILABLE')
    return found
  }

  async function ask(
    context: CallContext,
    method: 'GET' | 'POST',
    path: string,
    form: Form,
    key?: string,
    asksForRights = false,
  ): Promise<Answer> {
    const { secret_key, base_url = BASE_URL, timeout_ms } = await keys()
    const url = new URL(path, base_url)
    const text = new URLSearchParams(form).toString()
    if (method === 'GET') url.search = text
    return askProvider(deps, context, 'stripe', {
      method,
      url,
      headers: {
        authorization: `Bearer ${secret_key.reveal()}`,
        'stripe-version': VERSION,
        ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(method === 'POST' ? { body: text } : {}),
      repeatable: method === 'GET' || key !== undefined,
      timeoutMs: timeout_ms,
      asksForRights,
    })
  }

  return {
    keys,
    get: (context: CallContext, path: string, query: Form = {}) => ask(context, 'GET', path, query),
    /** `key`: the same again within a day answers what the first one answered, refusals included. */
    post: (context: CallContext, path: string, form: Form, key?: string) =>
      ask(context, 'POST', path, form, key),
    /** Whether the keys open what payments need. Source: https://docs.stripe.com/api/payment_intents/list */
    isKnown: async (context: CallContext) =>
      (await ask(context, 'GET', '/v1/payment_intents', { limit: '1' }, undefined, true)).status === 200,
  }
}

const Refusal = z.object({
  error: z.object({ type: z.string(), code: z.string().optional(), payment_intent: z.unknown().optional() }),
})

export type StripeRefusal = z.infer<typeof Refusal>['error']

/** What Stripe has against a request; null when it accepted it. @throws for an answer of another form */
export function refusalOf({ status, body }: Answer): StripeRefusal | null {
  return status < 300 ? null : Refusal.parse(body).error
}

/** Stripe refused what we thought was right: the code is told, nothing else that it said. */
export function unexpected(refusal: StripeRefusal): Error {
  return new Error(`Stripe refused a request: ${refusal.type} ${refusal.code ?? ''}`)
}
