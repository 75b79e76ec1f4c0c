import { block, button, framed, paragraph, type Shop } from '../frame.ts'
import { safeUrl } from '../links.ts'
import type { Mail } from '../mail.ts'
import { orderTable, orderText } from '../order-lines.ts'
import { addressLines } from '../words.ts'
import type { OrderContent } from './order-content.ts'

/** Says that an order is on its way, and how to follow it. */
export function orderShipped(shop: Shop, { order }: { readonly order: OrderContent }): Mail {
  const url = shop.links.order(order.id, order.tracking_token)
  const tracking = safeUrl(order.shipment?.tracking_url ?? null)
  const parcel = [order.shipment?.carrier, order.shipment?.tracking_number].filter(
    (part): part is string => typeof part === 'string' && part !== '',
  )
  const address = addressLines(order.shipping_address)
  const news = `Order ${order.number} has left us.`
  return framed(shop, {
    subject: `Order ${order.number} is on its way`,
    preview: parcel.length === 0 ? 'Your parcel has left us.' : parcel.join(', '),
    title: 'Your order is on its way',
    body: [
      paragraph(news),
      tracking === null ? button('View your order', url) : button('Track your parcel', tracking),
      ...(parcel.length === 0 ? [] : [block('Parcel', parcel)]),
      block('Delivery to', address),
      orderTable(order, shop.links),
    ],
    reason: `You get this mail because you bought something at ${shop.name}.`,
    text: [
      news,
      ...(parcel.length === 0 ? [] : [`Parcel: ${parcel.join(', ')}`]),
      ...(tracking === null ? [] : [`Track your parcel: ${tracking}`]),
      `View your order: ${url}`,
      `Delivery to:\n${address.join('\n')}`,
      orderText(order),
    ],
  })
}
