import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { AppError } from '@rampart/platform/errors/app-error.ts'
import { abandonProcess } from './abandon-process.ts'
import type { CheckoutDeps } from './deps.ts'
import { isOverdue } from './domain/deadlines.ts'
import { settleCodes } from './hold-codes.ts'
import { endProcess, type ProcessRow } from './store/process-row.ts'

/**
 * Finishes a purchase whose payment was captured, or is due when the order arrives: stock sold, codes used up, order taken
 * in, cart emptied. The browser's return, the provider's webhook and the reconciler may all come here at once; each step
 * has its effect once. An order that was cancelled first, whose stock is gone or whose codes were given back, is paid back
 * instead.
 */
export async function finishProcess(
  deps: CheckoutDeps,
  context: CallContext,
  process: ProcessRow,
  as: 'paid' | 'due',
): Promise<void> {
  const { order_id, cart_id, plan } = process
  if (!(await sellStock(deps, context, order_id))) {
    await abandonProcess(deps, context, order_id, 'out_of_stock')
    return
  }
  if (!(await settleCodes(deps, context, process))) {
    // Coupons and gift cards were given back: it would be paid for by less than it costs.
    await abandonProcess(deps, context, order_id, 'payment_expired')
    return
  }
  const { markPaid, acceptOrder } = deps.clients.orders
  const { status } = await (as === 'due' ? acceptOrder : markPaid)(context, { order_id })
  if (status === null) {
    const age = (deps.clock().getTime() - Date.parse(process.created_at)) / 1000
    if (!isOverdue(age, false)) throw new Error('A payment was captured before its order was written.')
    // The request died before it wrote the order, and the money came all the same.
    await abandonProcess(deps, context, order_id, 'not_started')
    return
  }
  if (status === 'cancelled') {
    await deps.clients.payments.refundCancelledOrder(context, { order_id })
    await deps.clients.inventory.releaseReservation(context, { order_id })
    await deps.clients.pricing.releaseForOrder(context, { order_id })
    await endProcess(deps.db, order_id, 'abandoned')
    return
  }
  if (cart_id !== null) {
    const lines = plan.lines.map(({ variant_id, quantity }) => ({ variant_id, quantity }))
    await deps.clients.cart.takeOrderedLines(context, { cart_id, order_id, lines })
  }
  await endProcess(deps.db, order_id, 'completed')
}

const TRIES = 3

/**
 * Answers false when the stock had been given back in the meantime and is gone. Stock that is given back in this very
 * moment is UNAVAILABLE: the next try sees what is so.
 */
async function sellStock(deps: CheckoutDeps, context: CallContext, orderId: string): Promise<boolean> {
  for (let tried = 1; ; tried += 1) {
    try {
      await deps.clients.inventory.commitReservation(context, { order_id: orderId })
      return true
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (error.code === 'INVENTORY_OUT_OF_STOCK') return false
      if (error.code !== 'UNAVAILABLE' || tried === TRIES) throw error
    }
  }
}
