import type { Orders } from '@rampart/contracts/orders.ts'
import type { ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { OrdersDeps } from './deps.ts'
import { totalsOf } from './domain/totals.ts'
import { orderView } from './order-view.ts'
import { everyOrder } from './owner.ts'
import { findOrder } from './store/find-order.ts'
import { insertOrder } from './store/insert-order.ts'

/** Writes an order that waits for its payment. The owner is whoever makes the call, never what its input says. */
export const createOrder =
  (deps: OrdersDeps): Handler<Orders, 'createOrder'> =>
  async (input, context) => {
    const { principal } = context
    const totals = totalsOf(input.lines, input.shipping_minor, input.pricing)
    const row = await deps.db.tx(async (tx) => {
      const created = await insertOrder(tx, {
        id: input.order_id,
        customer_id: principal.kind === 'customer' ? principal.id : null,
        guest_token_hash:
          principal.kind === 'guest' && principal.guest_token !== null
            ? hashToken(principal.guest_token)
            : null,
        email: input.email,
        full_name: input.shipping_address.full_name ?? '',
        currency: input.currency,
        subtotal_minor: totals.subtotal,
        shipping_minor: input.shipping_minor,
        discount_minor: totals.discount,
        added_tax_minor: totals.addedTax,
        gift_card_minor: totals.giftCards,
        total_minor: totals.total,
        pricing: input.pricing === undefined ? null : ofOrder(input.pricing),
        priced_lines: input.pricing?.lines.map((line, position) => ({ ...line, position })) ?? [],
        item_count: totals.itemCount,
        shipping_method: input.shipping_method,
        shipping_address: input.shipping_address,
        billing_address: input.billing_address,
        note: input.note,
        payment: input.payment,
        items: input.lines.map((line, position) => ({ ...line, id: newId(), position })),
        history_id: newId(),
      })
      if (created) {
        await deps.audit.record(tx, context, {
          action: 'orders.placed',
          subject_type: 'order',
          subject_id: input.order_id,
          after: { total_minor: totals.total, currency: input.currency, item_count: totals.itemCount },
        })
      }
      return findOrder(tx, input.order_id, everyOrder)
    })
    if (row === null) throw context.fail('NOT_FOUND')
    return orderView(deps, row, 'buyer')
  }

/** What is kept of a pricing beside the lines. Codes of coupons stand in the discounts. */
function ofOrder({
  lines: _lines,
  coupons: _coupons,
  total_minor: _total,
  to_pay_minor: _toPay,
  ...kept
}: NonNullable<ParsedInputOf<Orders, 'createOrder'>['pricing']>) {
  return kept
}
