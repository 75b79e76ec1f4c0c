import { block, button, paragraph, plainLink } from '../blocks.ts'
import { framed, type Shop } from '../frame.ts'
import type { Language } from '../language.ts'
import type { Mail } from '../mail.ts'
import { orderTable, orderText } from '../order-lines.ts'
import { suggestionRows, suggestionText, type Suggestions } from '../suggestions.ts'
import { textsOf } from '../texts/texts-of.ts'
import { addressLines, firstName } from '../words.ts'
import type { OrderContent } from './order-content.ts'

type Content = { readonly order: OrderContent; readonly suggestions: Suggestions | null }

/** Thanks for an order that is paid, and what goes with it. */
export function orderConfirmation(shop: Shop, language: Language, { order, suggestions }: Content): Mail {
  const words = textsOf(language).order
  const { subject, preview, title, news } = words.confirmation
  const url = shop.links.order(order.id, order.tracking_token)
  const invoice = shop.links.invoice(order.id, order.tracking_token)
  const address = addressLines(order.shipping_address, language)
  return framed(shop, language, {
    subject: subject(order.number),
    preview,
    title: title(firstName(order.shipping_address)),
    body: [
      paragraph(news(order.number)),
      button(words.viewOrder, url),
      orderTable(order, shop.links, language),
      block(words.deliveryTo, address),
      plainLink(words.invoice, invoice),
      ...(suggestions === null ? [] : [suggestionRows(suggestions, shop.links, language)]),
    ],
    reason: words.bought(shop.name),
    text: [
      news(order.number),
      `${words.viewOrder}: ${url}`,
      orderText(order, language),
      `${words.invoice}: ${invoice}`,
      `${words.deliveryTo}:\n${address.join('\n')}`,
      ...(suggestions === null ? [] : [suggestionText(suggestions, shop.links, language)]),
    ],
  })
}
