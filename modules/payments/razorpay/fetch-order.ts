import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { PaymentProvider, ProviderState } from '../provider.ts'
import { attemptsOf, capturedState, type Order, orderOf, paidAttempt } from './order.ts'
import type { RazorpayApi } from './razorpay-api.ts'

/**
 * Looks an order up. An attempt that is authorised and no more, perhaps days late, is captured: uncaptured money goes
 * back by itself, and with it the order. Failed attempts leave the order open.
 * Source: https://razorpay.com/docs/payments/payments/late-authorisation/handle, https://razorpay.com/docs/api/payments/capture
 */
export const fetchOrder =
  (api: RazorpayApi): PaymentProvider['fetch'] =>
  async (context, reference) => {
    const order = await orderOf(api, context, reference)
    const attempts = await attemptsOf(api, context, reference)
    const paid = paidAttempt(attempts)
    if (paid !== undefined) return capturedState(paid)
    const authorised = attempts.find(
      ({ status, amount, currency }) =>
        status === 'authorized' && amount === order.amount && currency === order.currency,
    )
    if (authorised === undefined) return openState(order)
    // Refused when somebody else captures it in this moment: how the attempts stand afterwards is what counts.
    await api.post(context, `/v1/payments/${encodeURIComponent(authorised.id)}/capture`, {
      amount: order.amount,
      currency: order.currency,
    })
    return stateAfter(api, context, order)
  }

async function stateAfter(api: RazorpayApi, context: CallContext, order: Order): Promise<ProviderState> {
  const paid = paidAttempt(await attemptsOf(api, context, order.id))
  return paid === undefined ? openState(order) : capturedState(paid)
}

/**
 * Razorpay closes no orders: one that nobody paid is given up on our side alone. What is paid on it later is heard,
 * captured and paid back.
 */
export const cancelOrder = (api: RazorpayApi): PaymentProvider['cancel'] => {
  const fetchState = fetchOrder(api)
  return async (context, reference) => {
    const state = await fetchState(context, reference)
    return state.status === 'open' ? { ...state, status: 'cancelled' } : state
  }
}

export function openState({ amount, currency }: Order): ProviderState {
  return { status: 'open', amount_minor: amount, currency }
}
