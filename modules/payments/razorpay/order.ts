import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { z } from 'zod'
import type { ProviderState } from '../provider.ts'
import { accepted, type RazorpayApi } from './razorpay-api.ts'

/** Source: https://razorpay.com/docs/api/orders/entity */
export const Order = z.object({
  id: z.string().regex(/^order_\w{1,100}$/),
  entity: z.literal('order'),
  amount: z.int().min(0),
  amount_paid: z.int().min(0),
  currency: z.string().regex(/^[A-Z]{3}$/),
  receipt: z.string().nullish(),
  status: z.enum(['created', 'attempted', 'paid']),
})

export type Order = z.infer<typeof Order>

/** One attempt to pay an order. Source: https://razorpay.com/docs/api/payments/entity */
export const Attempt = z.object({
  id: z.string().regex(/^pay_\w{1,100}$/),
  entity: z.literal('payment'),
  amount: z.int().min(0),
  currency: z.string().regex(/^[A-Z]{3}$/),
  status: z.enum(['created', 'authorized', 'captured', 'refunded', 'failed']),
  order_id: z.string().nullish(),
  fee: z.int().min(0).nullish(),
})

export type Attempt = z.infer<typeof Attempt>

const Attempts = z.object({ items: z.array(Attempt) })

export async function orderOf(api: RazorpayApi, context: CallContext, reference: string): Promise<Order> {
  const order = accepted(await api.get(context, pathOf(reference)), Order)
  if (order.id !== reference) throw new Error('Razorpay told about another order than was asked for.')
  return order
}

/** Source: https://razorpay.com/docs/api/orders/fetch-payments */
export async function attemptsOf(
  api: RazorpayApi,
  context: CallContext,
  reference: string,
): Promise<readonly Attempt[]> {
  const { items } = accepted(await api.get(context, `${pathOf(reference)}/payments`), Attempts)
  return items.filter(({ order_id }) => order_id === reference)
}

/** The attempt that paid the order; also one that was paid back since. */
export function paidAttempt(attempts: readonly Attempt[]): Attempt | undefined {
  return attempts.find(({ status }) => status === 'captured' || status === 'refunded')
}

export function capturedState({ amount, currency }: Attempt): ProviderState {
  return { status: 'captured', amount_minor: amount, currency }
}

function pathOf(reference: string): string {
  return `/v1/orders/${encodeURIComponent(reference)}`
}
