import { block, button, framed, paragraph, type Shop } from '../frame.ts'
import type { Mail } from '../mail.ts'
import { orderTable, orderText } from '../order-lines.ts'
import { addressLines, greetingName } from '../words.ts'
import type { OrderContent } from './order-content.ts'

/** Thanks for an order that is paid. */
export function orderConfirmation(shop: Shop, { order }: { readonly order: OrderContent }): Mail {
  const url = shop.links.order(order.id, order.tracking_token)
  const news =
    'Your payment has arrived and we are getting your order ready. We write again when it is on its way.'
  const address = addressLines(order.shipping_address)
  return framed(shop, {
    subject: `Order ${order.number} is confirmed`,
    preview: 'Your payment has arrived and we are getting your order ready.',
    title: `Thank you${greetingName(order.shipping_address)}`,
    body: [
      paragraph(`Order ${order.number}. ${news}`),
      button('View your order', url),
      orderTable(order, shop.links),
      block('Delivery to', address),
    ],
    reason: `You get this mail because you bought something at ${shop.name}.`,
    text: [
      `Order ${order.number}. ${news}`,
      `View your order: ${url}`,
      orderText(order),
      `Delivery to:\n${address.join('\n')}`,
    ],
  })
}
