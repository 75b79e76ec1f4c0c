import { block, button, paragraph } from '../blocks.ts'
import { framed, type Shop } from '../frame.ts'
import type { Language } from '../language.ts'
import type { Mail } from '../mail.ts'
import type { ToldStep } from '../texts/return-texts.ts'
import { textsOf } from '../texts/texts-of.ts'
import type { OrderContent } from './order-content.ts'

type Content = {
  readonly order: OrderContent
  readonly return_id: string
  readonly number: string
  readonly status: ToldStep
  /** What the shop wrote to the buyer. */
  readonly note: string | null
}

/** Says how far a return has come, and what to do next. */
export function orderReturn(shop: Shop, language: Language, content: Content): Mail {
  const { order, return_id, number, status, note } = content
  const words = textsOf(language).order
  const { viewReturn, printLabel, word, steps } = words.returns
  const { subject, title, news, next } = steps[status]
  const what = news(number, order.number)
  const url = shop.links.return(order.id, return_id, order.tracking_token)
  const action = status === 'approved' ? printLabel : viewReturn
  const lines = note?.split('\n') ?? []
  return framed(shop, language, {
    subject: subject(number),
    preview: next,
    title,
    body: [
      paragraph(what),
      ...(note === null ? [] : [block(word, lines)]),
      paragraph(next),
      button(action, url),
    ],
    reason: words.bought(shop.name),
    text: [what, ...(note === null ? [] : [`${word}:\n${note}`]), next, `${action}: ${url}`],
  })
}
