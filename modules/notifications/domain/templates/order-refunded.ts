import { button, paragraph } from '../blocks.ts'
import { framed, type Shop } from '../frame.ts'
import type { Language } from '../language.ts'
import type { Mail } from '../mail.ts'
import { textsOf } from '../texts/texts-of.ts'
import { minorText } from '../words.ts'
import type { OrderContent } from './order-content.ts'

type Content = {
  readonly order: OrderContent
  readonly amount_minor: number
  readonly currency: string
  /** Whether all that was paid has been paid back by now. */
  readonly full: boolean
}

/** Says how much was paid back. */
export function orderRefunded(shop: Shop, language: Language, content: Content): Mail {
  const { order, amount_minor, currency, full } = content
  const words = textsOf(language).order
  const { subject, preview, title, inFull, inPart } = words.refunded
  const amount = minorText(amount_minor, currency, language)
  const what = (full ? inFull : inPart)(amount, order.number)
  const url = shop.links.order(order.id, order.tracking_token)
  return framed(shop, language, {
    subject: subject(amount, order.number),
    preview,
    title: title(amount),
    body: [paragraph(what), paragraph(preview), button(words.viewOrder, url)],
    reason: words.bought(shop.name),
    text: [what, preview, `${words.viewOrder}: ${url}`],
  })
}
