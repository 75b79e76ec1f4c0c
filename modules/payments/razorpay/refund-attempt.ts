import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { z } from 'zod'
import type { PaymentProvider, RefundRequest } from '../provider.ts'
import { attemptsOf, paidAttempt } from './order.ts'
import { accepted, type RazorpayApi, refusalOf } from './razorpay-api.ts'

/** Source: https://razorpay.com/docs/api/refunds/entity */
const Refund = z.object({
  id: z.string(),
  entity: z.literal('refund'),
  amount: z.int().min(0),
  currency: z.string(),
  receipt: z.string().nullish(),
  status: z.enum(['pending', 'processed', 'failed']),
})

const Refunds = z.object({ items: z.array(Refund) })

const PAGE = 100

const outcomes = { pending: 'pending', processed: 'succeeded', failed: 'failed' } as const

/**
 * Refunds the attempt that paid the order, once: the refund's id is the idempotency key and the receipt, and the refunds
 * there are are searched for it first, since nothing says for how long a key is remembered.
 * Source: https://razorpay.com/docs/api/refunds/normal-refunds-idempotent
 */
export const refundAttempt =
  (api: RazorpayApi): PaymentProvider['refund'] =>
  async (context, request) => {
    const paid = paidAttempt(await attemptsOf(api, context, request.reference))
    if (paid === undefined) throw new Error('Razorpay knows no captured payment of this order.')
    const path = `/v1/payments/${encodeURIComponent(paid.id)}`
    const refund =
      (await knownRefund(api, context, path, request.refund_id)) ??
      (await makeRefund(api, context, path, request))
    if (refund === null) return 'failed'
    if (refund.amount !== request.amount_minor || refund.currency !== request.currency)
      throw new Error('Razorpay refunded another amount than was asked for.')
    return outcomes[refund.status]
  }

/** Source: https://razorpay.com/docs/api/refunds/fetch-multiple-refund-payment */
async function knownRefund(api: RazorpayApi, context: CallContext, path: string, refundId: string) {
  for (let skip = 0; ; skip += PAGE) {
    const query = { count: String(PAGE), skip: String(skip) }
    const { items } = accepted(await api.get(context, `${path}/refunds`, query), Refunds)
    const ours = items.find(({ receipt }) => receipt === refundId)
    if (ours !== undefined) return ours
    if (items.length < PAGE) return null
  }
}

/** Null when Razorpay refuses the refund itself: more than is left, or an account without the money. */
async function makeRefund(
  api: RazorpayApi,
  context: CallContext,
  path: string,
  { refund_id, amount_minor }: RefundRequest,
) {
  const body = { amount: amount_minor, speed: 'normal', receipt: refund_id }
  const answer = await api.postRefund(context, `${path}/refund`, body, refund_id)
  return refusalOf(answer)?.code === 'BAD_REQUEST_ERROR' ? null : accepted(answer, Refund)
}
