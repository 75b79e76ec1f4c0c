import { button, paragraph } from '../blocks.ts'
import { framed, type Shop } from '../frame.ts'
import type { Language } from '../language.ts'
import type { Mail } from '../mail.ts'
import { orderTable, orderText } from '../order-lines.ts'
import type { CancelReason } from '../texts/order-texts.ts'
import { textsOf } from '../texts/texts-of.ts'
import type { OrderContent } from './order-content.ts'

type Content = { readonly order: OrderContent; readonly reason: string; readonly was_paid: boolean }

/** Says that an order will not come, and what happens to the money. */
export function orderCancelled(shop: Shop, language: Language, content: Content): Mail {
  const { order, reason, was_paid } = content
  const words = textsOf(language).order
  const { subject, title, reasons, paid, unpaid } = words.cancelled
  const why = isKnown(reason, reasons) ? ` ${reasons[reason]}` : ''
  const news = `${words.cancelled.news(order.number)}${why}`
  const money = was_paid ? paid : unpaid
  const url = shop.links.order(order.id, order.tracking_token)
  return framed(shop, language, {
    subject: subject(order.number),
    preview: money,
    title,
    body: [
      paragraph(news),
      paragraph(money),
      was_paid ? button(words.viewOrder, url) : button(words.backToShop, shop.links.shop),
      orderTable(order, shop.links, language),
    ],
    reason: words.addressGiven(shop.name),
    text: [
      news,
      money,
      was_paid ? `${words.viewOrder}: ${url}` : shop.links.shop,
      orderText(order, language),
    ],
  })
}

// Whatever else a reason says was typed by somebody and is not repeated.
function isKnown(reason: string, reasons: Readonly<Record<CancelReason, string>>): reason is CancelReason {
  return Object.hasOwn(reasons, reason)
}
