import { button, framed, paragraph, type Shop } from '../frame.ts'
import type { Mail } from '../mail.ts'
import { orderTable, orderText } from '../order-lines.ts'
import type { OrderContent } from './order-content.ts'

type Content = { readonly order: OrderContent; readonly reason: string; readonly was_paid: boolean }

// Only these: whatever else a reason says was typed by somebody and is not repeated.
const REASONS: Readonly<Record<string, string>> = {
  payment_failed: 'The payment did not go through.',
  payment_expired: 'The payment was not completed in time.',
  out_of_stock: 'Something in it was sold out before the payment arrived. We are sorry.',
  not_started: 'The payment could not be started.',
}

/** Says that an order will not come, and what happens to the money. */
export function orderCancelled(shop: Shop, { order, reason, was_paid }: Content): Mail {
  const why = REASONS[reason]
  const news = `Order ${order.number} was cancelled.${why === undefined ? '' : ` ${why}`}`
  const money = was_paid
    ? 'What you paid is on its way back to you, by the way you paid. We write again when it has been sent.'
    : 'You have not been charged.'
  const url = shop.links.order(order.id, order.tracking_token)
  return framed(shop, {
    subject: `Order ${order.number} was cancelled`,
    preview: money,
    title: 'Your order was cancelled',
    body: [
      paragraph(news),
      paragraph(money),
      was_paid ? button('View your order', url) : button('Back to the shop', shop.links.shop),
      orderTable(order, shop.links),
    ],
    reason: `You get this mail because this address was given for an order at ${shop.name}.`,
    text: [news, money, was_paid ? `View your order: ${url}` : shop.links.shop, orderText(order)],
  })
}
