import type { Checkout } from '@rampart/contracts/checkout.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { decideProcess, standingOf } from './decide-process.ts'
import type { CheckoutDeps } from './deps.ts'
import { processOfOrder } from './store/process-row.ts'

/** The buyer is back: the provider is asked how the payment stands, and the purchase is finished or undone at once. */
export const completeCheckout =
  (deps: CheckoutDeps): Handler<Checkout, 'completeCheckout'> =>
  async (input, context) => {
    const { order_id, token } = input
    const wanted = token === undefined ? { order_id } : { order_id, token }
    // Fails with NOT_FOUND for everybody but the buyer, before anything is looked at.
    await deps.clients.orders.getOrder(context, wanted)
    const process = await processOfOrder(deps.db, order_id)
    if (process?.state === 'open') {
      const payment = await deps.clients.payments.syncPayment(context, { order_id })
      if (payment !== null) await decideProcess(deps, context, process, standingOf(payment))
    }
    return deps.clients.orders.getOrder(context, wanted)
  }
