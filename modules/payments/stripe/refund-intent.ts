import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { z } from 'zod'
import type { PaymentProvider, RefundRequest } from '../provider.ts'
import { toStripeAmount } from './amounts.ts'
import { refusalOf, type StripeApi, unexpected } from './stripe-api.ts'

/** Source: https://docs.stripe.com/api/refunds/object */
const Refund = z.object({
  id: z.string(),
  object: z.literal('refund'),
  amount: z.int().min(0),
  currency: z.string(),
  status: z.enum(['pending', 'requires_action', 'succeeded', 'failed', 'canceled']),
  metadata: z.record(z.string(), z.string()).nullish(),
})

const Refunds = z.object({ data: z.array(Refund), has_more: z.boolean() })

const outcomes = {
  pending: 'pending',
  requires_action: 'pending',
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'failed',
} as const

/**
 * Refunds once. Stripe forgets its keys after a day, and a refund may wait for longer than that, so the refunds there
 * are are searched for ours before one is made. Source: https://docs.stripe.com/api/refunds/create
 */
export const refundIntent =
  (api: StripeApi): PaymentProvider['refund'] =>
  async (context, request) => {
    const amount = toStripeAmount(request.amount_minor, request.currency)
    if (amount === null) return 'failed'
    const refund =
      (await knownRefund(api, context, request)) ?? (await makeRefund(api, context, request, amount))
    if (refund === null) return 'failed'
    if (refund.amount !== amount || refund.currency !== request.currency.toLowerCase())
      throw new Error('Stripe refunded another amount than was asked for.')
    return outcomes[refund.status]
  }

async function knownRefund(api: StripeApi, context: CallContext, { reference, refund_id }: RefundRequest) {
  for (let after: string | undefined; ;) {
    const query = { payment_intent: reference, limit: '100' }
    const answer = await api.get(
      context,
      '/v1/refunds',
      after === undefined ? query : { ...query, starting_after: after },
    )
    const refusal = refusalOf(answer)
    if (refusal !== null) throw unexpected(refusal)
    const page = Refunds.parse(answer.body)
    const ours = page.data.find(({ metadata }) => metadata?.['refund_id'] === refund_id)
    if (ours !== undefined) return ours
    after = page.data.at(-1)?.id
    if (!page.has_more || after === undefined) return null
  }
}

/** Null when Stripe refuses the refund itself: paid back before, disputed, or more than is left. */
async function makeRefund(
  api: StripeApi,
  context: CallContext,
  { reference, refund_id }: RefundRequest,
  amount: number,
) {
  const form = { payment_intent: reference, amount: String(amount), 'metadata[refund_id]': refund_id }
  const answer = await api.post(context, '/v1/refunds', form, `refund-${refund_id}`)
  const refusal = refusalOf(answer)
  if (refusal === null) return Refund.parse(answer.body)
  if (refusal.type === 'idempotency_error' || refusal.code === 'resource_missing') throw unexpected(refusal)
  return null
}
