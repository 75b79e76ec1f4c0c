import type { Payments } from '@rampart/contracts/payments.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PaymentsDeps } from '../deps.ts'
import { paymentView } from '../payment-view.ts'
import { recordCapture } from '../record-state.ts'
import { paymentOfOrder } from '../store/payment-row.ts'
import { takeCash } from '../store/settle-payment.ts'
import { CASH } from './cash-provider.ts'

/** Notes that the cash of an order was taken, once. An order that was cancelled first owes nothing any more. */
export const recordCash =
  (deps: PaymentsDeps): Handler<Payments, 'recordCash'> =>
  async ({ order_id }, context) => {
    const payment = await paymentOfOrder(deps.db, order_id)
    if (payment === null) throw context.fail('NOT_FOUND')
    if (payment.provider !== CASH) throw context.fail('PAYMENTS_NO_CASH_DUE')
    await deps.db.tx(async (tx) => {
      if (!(await takeCash(tx, payment.id))) throw context.fail('PAYMENTS_NO_CASH_DUE')
      await recordCapture(deps, tx, context, payment)
    })
    const after = (await paymentOfOrder(deps.db, order_id)) ?? payment
    return { payment: paymentView(after) }
  }
