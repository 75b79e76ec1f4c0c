import type { Payments } from '@rampart/contracts/payments.ts'
import { minorFrom } from '@rampart/platform/contract/fields.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PaymentsDeps } from './deps.ts'
import { refundView } from './payment-view.ts'
import type { PaymentProvider } from './provider.ts'
import { partsPlanner } from './plan-refund.ts'
import { refundPayment } from './refund-payment.ts'
import { paymentOfOrder } from './store/payment-row.ts'
import { linesOfRefunds } from './store/refund-lines.ts'

/**
 * Pays back pieces of lines, the delivery, an amount, or all that is left. The Idempotency-Key makes a repeated request
 * the same refund; whatever its key, a return is paid once.
 */
export const refundOrder =
  (deps: PaymentsDeps, providers: ReadonlyMap<string, PaymentProvider>): Handler<Payments, 'refundOrder'> =>
  async (input, context) => {
    const payment = await paymentOfOrder(deps.db, input.order_id)
    if (payment === null) throw context.fail('NOT_FOUND')
    const { currency } = payment
    const amount = input.amount === undefined ? null : minorFrom(input.amount, currency)
    if (input.amount !== undefined && (amount === null || amount === 0))
      throw context.fail('PAYMENTS_BAD_AMOUNT')
    if (context.idempotency_key === null) throw context.fail('IDEMPOTENCY_KEY_REQUIRED')
    const returnId = input.return_id ?? null
    const byParts = input.lines !== undefined || input.shipping !== undefined || returnId !== null
    const refund = await refundPayment(deps, providers, context, payment, {
      amount,
      requestKey:
        returnId === null ? `request:${payment.id}:${context.idempotency_key}` : `return:${returnId}`,
      reason: input.reason ?? null,
      returnId,
      ...(byParts ? { partsOf: await partsPlanner(deps, context, payment, input, amount) } : {}),
    })
    if (refund === null) {
      const left = payment.captured_minor - payment.refunded_minor
      throw context.fail(
        left === 0 || (amount === null && !byParts)
          ? 'PAYMENTS_NOTHING_TO_REFUND'
          : 'PAYMENTS_REFUND_TOO_LARGE',
      )
    }
    return refundView(refund, await linesOfRefunds(deps.db, [refund.id]), currency)
  }
