import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { z } from 'zod'
import type { PaymentProvider } from '../provider.ts'
import { isPayable } from './amounts.ts'
import { Order } from './order.ts'
import { accepted, type RazorpayApi, refusalOf } from './razorpay-api.ts'

const Orders = z.object({ items: z.array(Order) })

/**
 * Creates Razorpay's order for ours. There is no idempotency key for orders: our order's id is the receipt, and an
 * order that was made for it before, its answer lost, is found by it.
 * Source: https://razorpay.com/docs/api/orders/create, https://razorpay.com/docs/api/orders/fetch-all
 */
export const openOrder =
  (api: RazorpayApi, publicUrl: string): PaymentProvider['open'] =>
  async (context, { order_id, amount_minor, currency }) => {
    if (!isPayable(amount_minor, currency)) return null
    const { key_id } = await api.keys()
    const order = (await knownOrder(api, context, order_id)) ?? (await makeOrder())
    if (order === null) return null
    if (order.amount !== amount_minor || order.currency !== currency)
      throw new Error('Razorpay opened an order of another amount than was asked for.')
    return {
      reference: order.id,
      next_action: {
        type: 'redirect',
        url: `${publicUrl}/pay/razorpay/${order_id}`,
        form: {
          provider: 'razorpay',
          key_id,
          order_id: order.id,
          amount: order.amount,
          currency: order.currency,
        },
      },
    }

    async function makeOrder(): Promise<Order | null> {
      const body = { amount: amount_minor, currency, receipt: order_id, notes: { order_id } }
      const answer = await api.post(context, '/v1/orders', body)
      const refusal = refusalOf(answer)
      if (refusal === null) return accepted(answer, Order)
      if (refusal.field === 'amount' || refusal.field === 'currency') return null
      // Accounts with unique receipts refuse a rival's second order: then the first one is there by now.
      return (await knownOrder(api, context, order_id)) ?? accepted(answer, Order)
    }
  }

async function knownOrder(api: RazorpayApi, context: CallContext, receipt: string): Promise<Order | null> {
  const { items } = accepted(await api.get(context, '/v1/orders', { receipt, count: '10' }), Orders)
  return items.find((order) => order.receipt === receipt) ?? null
}
