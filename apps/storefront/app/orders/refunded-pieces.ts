import type { WireMoney } from '@rampart/kit/money.ts'
import type { Order } from './types.ts'

/** How many pieces of a line were paid back, and how much that was; null: none. */
export function refundedPieces(order: Order, lineId: string): { pieces: number; amount: WireMoney } | null {
  const parts = order.refunds.flatMap(({ lines }) => lines).filter(({ line_id }) => line_id === lineId)
  if (parts.length === 0) return null
  const digits = order.total.amount.split('.')[1]?.length ?? 0
  // Exact amounts of the wire, which are decimal text.
  const minor = parts.reduce((sum, { amount }) => sum + BigInt(amount.amount.replace('.', '')), 0n)
  const text = minor.toString().padStart(digits + 1, '0')
  const amount = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
  return {
    pieces: parts.reduce((sum, { quantity }) => sum + quantity, 0),
    amount: { amount, currency: order.total.currency },
  }
}
