import type { Orders } from '@rampart/contracts/orders.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import type { HarnessOptions } from '@rampart/platform/testing/module-harness.ts'
import { customer, openOrders, type Order, staff } from './scene.ts'

export type Return = OutputOf<Orders, 'getReturn'>
export type OrderReturns = OutputOf<Orders, 'listOrderReturns'>

export const clerk = staff()

/** The orders module with an address for returns, and short names for what is done to them. */
export async function openReturns(options: HarnessOptions = {}) {
  const h = await openOrders(options)
  const settings = { period_days: 30, address: 'Returns\n1 Mill Lane\nBristol' }
  await h.call('updateReturnSettings', settings, { principal: clerk })
  const step =
    (operation: string) =>
    (return_id: string, more: object = {}, who: Principal = clerk): Promise<Return> =>
      h.call(operation, { return_id, ...more }, { principal: who })
  const shop = {
    ...h,
    delivered: async (buyer: Principal = customer()): Promise<Order> => {
      const { id } = await h.paid(buyer)
      await h.step(clerk, id, 'shipped')
      return h.step(clerk, id, 'delivered')
    },
    request: (who: Principal, order: Order, more: object = {}): Promise<Return> => {
      const lines = [{ line_id: order.items[0]!.id, quantity: 1, reason: 'does_not_fit' }]
      return h.call('requestReturn', { order_id: order.id, lines, ...more }, { principal: who })
    },
    of: (who: Principal, order_id: string, token?: string): Promise<OrderReturns> =>
      h.call('listOrderReturns', token === undefined ? { order_id } : { order_id, token }, {
        principal: who,
      }),
    back: (who: Principal, return_id: string, more: object = {}): Promise<Return> =>
      h.call('getReturn', { return_id, ...more }, { principal: who }),
    cancelReturn: step('cancelReturn'),
    approve: step('approveReturn'),
    reject: step('rejectReturn'),
    receive: step('receiveReturn'),
    inspect: step('inspectReturn'),
    closeReturn: step('closeReturn'),
    /** All pieces of a return as one kind. */
    looked: (given: Return, kind: 'as_new' | 'damaged' | 'missing', restock = false) => ({
      lines: given.lines.map(({ line_id, quantity }) => ({
        ...{ line_id, as_new: 0, damaged: 0, missing: 0, restock },
        [kind]: quantity,
      })),
    }),
    /** The news that money was paid back, as payments tell it. */
    paidBack: (order_id: string, more: object) =>
      h.deliver('payments.payment-refunded.v1', {
        ...{ payment_id: order_id, order_id, amount_minor: 1_500, refunded_minor: 1_500 },
        ...{ currency: 'USD', full: false },
        ...more,
      }),
  }
  return shop
}
