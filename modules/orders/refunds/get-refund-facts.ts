import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from '../deps.ts'
import { everyOrder } from '../owner.ts'
import { findReturn } from '../returns/store/return-row.ts'
import { findOrder } from '../store/find-order.ts'
import { paidForLine, paidForShipping } from './paid-for-line.ts'

/** What was paid for each line, and what of it came back by a return. */
export const getRefundFacts =
  (deps: OrdersDeps): Handler<Orders, 'getRefundFacts'> =>
  async ({ order_id, return_id }) => {
    const order = await findOrder(deps.db, order_id, everyOrder)
    if (order === null) return null
    const back = return_id === null ? null : await findReturn(deps.db, return_id, everyOrder)
    return {
      currency: order.currency,
      shipping_minor: paidForShipping(order),
      lines: order.items.map((item) => ({
        line_id: item.id,
        variant_id: item.variant_id,
        quantity: item.quantity,
        paid_minor: paidForLine(item),
      })),
      return:
        back === null || back.order_id !== order_id
          ? null
          : {
              ready: back.status === 'inspected',
              lines: back.lines.map(({ line_id, quantity, inspection }) => ({
                line_id,
                quantity: quantity - (inspection?.missing ?? 0),
              })),
            },
    }
  }
