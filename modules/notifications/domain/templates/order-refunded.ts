import { button, framed, paragraph, type Shop } from '../frame.ts'
import type { Mail } from '../mail.ts'
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
export function orderRefunded(shop: Shop, { order, amount_minor, currency, full }: Content): Mail {
  const amount = minorText(amount_minor, currency)
  const what = full
    ? `We have paid back ${amount} for order ${order.number}. With that, all of it is refunded.`
    : `We have paid back ${amount} of order ${order.number}.`
  const when = 'It goes back the way you paid. Depending on your bank it can take a few days to show.'
  const url = shop.links.order(order.id, order.tracking_token)
  return framed(shop, {
    subject: `Refund of ${amount} for order ${order.number}`,
    preview: when,
    title: `${amount} is on its way back to you`,
    body: [paragraph(what), paragraph(when), button('View your order', url)],
    reason: `You get this mail because you bought something at ${shop.name}.`,
    text: [what, when, `View your order: ${url}`],
  })
}
