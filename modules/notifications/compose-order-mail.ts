import { z } from 'zod'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { AppError } from '@rampart/platform/errors/app-error.ts'
import type { NotificationsDeps } from './deps.ts'
import { DEFAULT_LANGUAGE, type Language } from './domain/language.ts'
import { withoutLater } from './domain/order-lines.ts'
import type { ComposedMail, Mail, OrderTemplate } from './domain/mail.ts'
import { pricedIn, type Suggestions } from './domain/suggestions.ts'
import type { OrderContent, Parcel } from './domain/templates/order-content.ts'
import { orderCancelled } from './domain/templates/order-cancelled.ts'
import { orderConfirmation } from './domain/templates/order-confirmation.ts'
import { orderRefunded } from './domain/templates/order-refunded.ts'
import { orderReturn } from './domain/templates/order-return.ts'
import { orderShipped } from './domain/templates/order-shipped.ts'
import { toldSteps } from './domain/texts/return-texts.ts'
import type { ClaimedMessage } from './store/messages.ts'

/** Details of `order-cancelled`, as its event told them. */
const CancelledDetails = z.strictObject({ reason: z.string(), was_paid: z.boolean() })

/** Details of `order-shipped`; of one that was sent as a whole before there were shipments, none. */
const ShippedDetails = z.strictObject({ shipment_id: z.string().optional() })

/** Details of `order-refunded`, as its event told them. */
const RefundedDetails = z.strictObject({ amount_minor: z.int(), currency: z.string(), full: z.boolean() })

/** Details of `order-return`, as its event told them. */
const ReturnDetails = z.strictObject({
  return_id: z.string(),
  number: z.string(),
  status: z.enum(toldSteps),
  note: z.string().nullable(),
})

const SUGGESTED = 3
/** Some of them may not be for sale in the currency of the order. */
const ASKED_FOR = 12

type OrderMessage = ClaimedMessage & { readonly template: OrderTemplate }

/** Writes a mail about an order as it stands now, in its buyer's language. null when nobody waits for it. */
export async function composeOrderMail(
  deps: NotificationsDeps,
  message: OrderMessage,
  orderId: string,
  call: CallContext,
): Promise<ComposedMail | null> {
  const order = await deps.clients.orders.getPlacedOrder(call, { order_id: orderId })
  if (order === null) {
    // Money can come and go back for an order whose request died before it was written: nobody waits for a mail.
    if (message.template === 'order-refunded') return null
    throw new Error(`Order ${orderId} of message ${message.id} is not known.`)
  }
  // The buyer has left the shop.
  if (order.email === '') return null
  // Its parcels have had a mail each.
  if (message.template === 'order-shipped' && parcelOf(message, order) === null && order.shipments.length > 0)
    return null
  const language = await languageOf(deps, order.customer_id, call)
  const suggestions = message.template === 'order-confirmation' ? await suggest(deps, order, call) : null
  return { recipient: order.email, mail: write(deps, message, language, order, suggestions) }
}

type Bought = {
  readonly customer_id: string | null
  readonly items: readonly { readonly product_id: string }[]
  readonly total: { readonly currency: string }
}

// Whoever has paid waits for the mail, not for what else there is: it goes out without when that cannot be had.
async function suggest(
  { clients, log }: NotificationsDeps,
  { customer_id, items, total }: Bought,
  call: CallContext,
): Promise<Suggestions | null> {
  const product_ids = [...new Set(items.map(({ product_id }) => product_id))].slice(0, 200)
  try {
    const wanted = { customer_id, product_ids, limit: ASKED_FOR }
    const { block } = await clients.recommendations.getForOrder(call, wanted)
    return block && pricedIn(total.currency, block, SUGGESTED)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'UNAVAILABLE') throw error
    log.warn('a mail about an order goes out without suggestions', { code: error.code })
    return null
  }
}

async function languageOf(
  deps: NotificationsDeps,
  customerId: string | null,
  call: CallContext,
): Promise<Language> {
  if (customerId === null) return DEFAULT_LANGUAGE
  const { contacts } = await deps.clients.identity.getContacts(call, { account_ids: [customerId] })
  return contacts[0]?.language ?? DEFAULT_LANGUAGE
}

/** The parcel a mail is about; null where it is about the whole order. */
function parcelOf({ details }: Pick<OrderMessage, 'details'>, order: OrderContent): Parcel | null {
  const { shipment_id } = ShippedDetails.parse(details)
  return order.shipments.find(({ id }) => id === shipment_id) ?? null
}

function write(
  { shop }: NotificationsDeps,
  { template, details }: OrderMessage,
  language: Language,
  order: OrderContent,
  suggestions: Suggestions | null,
): Mail {
  switch (template) {
    case 'order-confirmation':
      return orderConfirmation(shop, language, { order, suggestions })
    case 'order-shipped':
      return orderShipped(shop, language, {
        order: withoutLater(order),
        parcel: parcelOf({ details }, order),
      })
    case 'order-cancelled':
      return orderCancelled(shop, language, {
        order: withoutLater(order),
        ...CancelledDetails.parse(details),
      })
    case 'order-return':
      return orderReturn(shop, language, { order, ...ReturnDetails.parse(details) })
    case 'order-refunded':
      return orderRefunded(shop, language, { order, ...RefundedDetails.parse(details) })
  }
}
