import { CASH } from './cash/cash-provider.ts'
import type { z } from 'zod'
import type { payments } from '@rampart/contracts/payments.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import type { PaymentRow } from './store/payment-row.ts'
import type { RefundLineRow } from './store/refund-lines.ts'
import type { RefundRow } from './store/refund-row.ts'

type WirePayment = z.input<(typeof payments)['operations']['createPayment']['output']>
type WireRefund = z.input<(typeof payments)['operations']['refundOrder']['output']>

export function paymentView(row: PaymentRow): WirePayment {
  const { id, order_id, provider, status, amount_minor, currency, next_action } = row
  const due = provider === CASH && status === 'pending' ? { due: true as const } : {}
  return { id, order_id, provider, status, amount_minor, currency, next_action, ...due }
}

/** `lines` may hold those of other refunds too. */
export function refundView(row: RefundRow, lines: readonly RefundLineRow[], currency: string): WireRefund {
  const { id, payment_id, status, return_id, reason, created_at } = row
  return {
    ...{ id, payment_id, status, return_id, reason, created_at },
    amount: moneyOut(row.amount_minor, currency),
    shipping: moneyOut(row.shipping_minor, currency),
    lines: lines
      .filter(({ refund_id }) => refund_id === id)
      .map(({ line_id, quantity, amount_minor, restock }) => ({
        ...{ line_id, quantity, restock },
        amount: moneyOut(amount_minor, currency),
      })),
  }
}
