import { z } from 'zod'
import type { PaymentProvider } from '../provider.ts'
import { openState } from './fetch-order.ts'
import { Order } from './order.ts'
import { accepted, type RazorpayApi } from './razorpay-api.ts'

const Orders = z.object({ items: z.array(Order) })

/** As many as Razorpay answers at once. */
const PAGE = 100

/** Lists orders. `to` is part of Razorpay's period, in seconds. Source: https://razorpay.com/docs/api/orders/fetch-all */
export const listOrders = (api: RazorpayApi): PaymentProvider['list'] =>
  async function* (context, since, until) {
    const from = Math.ceil(since.getTime() / 1000)
    const to = Math.ceil(until.getTime() / 1000) - 1
    for (let skip = 0; ; skip += PAGE) {
      const query = { from: String(from), to: String(to), count: String(PAGE), skip: String(skip) }
      const { items } = accepted(await api.get(context, '/v1/orders', query), Orders)
      for (const order of items)
        yield {
          reference: order.id,
          state:
            order.status === 'paid'
              ? { status: 'captured', amount_minor: order.amount_paid, currency: order.currency }
              : openState(order),
        }
      if (items.length < PAGE) return
    }
  }
