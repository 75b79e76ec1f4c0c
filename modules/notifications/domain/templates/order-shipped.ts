import { block, button, paragraph } from '../blocks.ts'
import { framed, type Shop } from '../frame.ts'
import type { Language } from '../language.ts'
import { safeUrl } from '../links.ts'
import type { Mail } from '../mail.ts'
import { orderTable, orderText } from '../order-lines.ts'
import { textsOf } from '../texts/texts-of.ts'
import { addressLines } from '../words.ts'
import type { OrderContent } from './order-content.ts'

type Content = { readonly order: OrderContent }

/** Says that an order is on its way, and how to follow it. */
export function orderShipped(shop: Shop, language: Language, { order }: Content): Mail {
  const words = textsOf(language).order
  const { subject, preview, title, news } = words.shipped
  const url = shop.links.order(order.id, order.tracking_token)
  const tracking = safeUrl(order.shipment?.tracking_url ?? null)
  const parcel = [order.shipment?.carrier, order.shipment?.tracking_number].filter(
    (part): part is string => typeof part === 'string' && part !== '',
  )
  const address = addressLines(order.shipping_address, language)
  return framed(shop, language, {
    subject: subject(order.number),
    preview: parcel.length === 0 ? preview : parcel.join(', '),
    title,
    body: [
      paragraph(news(order.number)),
      tracking === null ? button(words.viewOrder, url) : button(words.trackParcel, tracking),
      ...(parcel.length === 0 ? [] : [block(words.parcel, parcel)]),
      block(words.deliveryTo, address),
      orderTable(order, shop.links, language),
    ],
    reason: words.bought(shop.name),
    text: [
      news(order.number),
      ...(parcel.length === 0 ? [] : [`${words.parcel}: ${parcel.join(', ')}`]),
      ...(tracking === null ? [] : [`${words.trackParcel}: ${tracking}`]),
      `${words.viewOrder}: ${url}`,
      `${words.deliveryTo}:\n${address.join('\n')}`,
      orderText(order, language),
    ],
  })
}
