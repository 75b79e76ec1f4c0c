import { CASH } from './cash/cash-provider.ts'
import type { z } from 'zod'
import type { payments } from '@rampart/contracts/payments.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import type { PaymentRow } from './store/payment-row.ts'
import type { RefundRow } from './store/refund-row.ts'

type WirePayment = z.input<(typeof payments)['operations']['createPayment']['output']>
type WireRefund = z.input<(typeof payments)['operations']['refundOrder']['output']>

export function paymentView(row: PaymentRow): WirePayment {
  const { id, order_id, provider, status, amount_minor, currency, next_action } = row
  const due = provider === CASH && status === 'pending' ? { due: true as const } : {}
  return { id, order_id, provider, status, amount_minor, currency, next_action, ...due }
}

export function refundView(row: RefundRow, currency: string): WireRefund {
  const { id, payment_id, status, reason, created_at } = row
  return { id, payment_id, status, amount: moneyOut(row.amount_minor, currency), reason, created_at }
}
