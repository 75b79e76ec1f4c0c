import { block, button, paragraph } from '../blocks.ts'
import { framed, type Shop } from '../frame.ts'
import type { Language } from '../language.ts'
import { safeUrl } from '../links.ts'
import type { Mail } from '../mail.ts'
import { orderTable, orderText } from '../order-lines.ts'
import { textsOf } from '../texts/texts-of.ts'
import { addressLines } from '../words.ts'
import type { OrderContent, Parcel } from './order-content.ts'

type Content = {
  readonly order: OrderContent
  /** What of it has left; null: all of it at once. */
  readonly parcel: Parcel | null
}

/** Says that an order is on its way, and how to follow it. */
export function orderShipped(shop: Shop, language: Language, { order, parcel: part }: Content): Mail {
  const words = textsOf(language).order
  const partial = part !== null && piecesOf(part.lines) < piecesOf(order.items)
  const { subject, preview, title, news } = partial ? words.partShipped : words.shipped
  const way = part ?? order.shipment
  const url = shop.links.order(order.id, order.tracking_token)
  const tracking = safeUrl(way?.tracking_url ?? null)
  const parcel = [way?.carrier, way?.tracking_number].filter(
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
      partial ? block(words.inParcel, linesOf(order, part)) : orderTable(order, shop.links, language),
    ],
    reason: words.bought(shop.name),
    text: [
      news(order.number),
      ...(parcel.length === 0 ? [] : [`${words.parcel}: ${parcel.join(', ')}`]),
      ...(tracking === null ? [] : [`${words.trackParcel}: ${tracking}`]),
      `${words.viewOrder}: ${url}`,
      `${words.deliveryTo}:\n${address.join('\n')}`,
      partial ? `${words.inParcel}:\n${linesOf(order, part).join('\n')}` : orderText(order, language),
    ],
  })
}

function piecesOf(lines: readonly { readonly quantity: number }[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0)
}

function linesOf(order: OrderContent, { lines }: Parcel): string[] {
  return lines.flatMap(({ item_id, quantity }) =>
    order.items
      .filter(({ id }) => id === item_id)
      .map(({ product_name, options }) =>
        [`${quantity} × ${product_name}`, ...Object.values(options)].join(', '),
      ),
  )
}
