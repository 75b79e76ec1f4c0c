import { z } from 'zod'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { NotificationsDeps } from './deps.ts'
import { DEFAULT_LANGUAGE, type Language } from './domain/language.ts'
import type { ComposedMail, Mail, OrderTemplate } from './domain/mail.ts'
import type { OrderContent } from './domain/templates/order-content.ts'
import { orderCancelled } from './domain/templates/order-cancelled.ts'
import { orderConfirmation } from './domain/templates/order-confirmation.ts'
import { orderRefunded } from './domain/templates/order-refunded.ts'
import { orderShipped } from './domain/templates/order-shipped.ts'
import type { ClaimedMessage } from './store/messages.ts'

/** Details of `order-cancelled`, as its event told them. */
const CancelledDetails = z.strictObject({ reason: z.string(), was_paid: z.boolean() })

/** Details of `order-refunded`, as its event told them. */
const RefundedDetails = z.strictObject({ amount_minor: z.int(), currency: z.string(), full: z.boolean() })

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
  const language = await languageOf(deps, order.customer_id, call)
  return { recipient: order.email, mail: write(deps, message, language, order) }
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

function write(
  { shop }: NotificationsDeps,
  { template, details }: OrderMessage,
  language: Language,
  order: OrderContent,
): Mail {
  switch (template) {
    case 'order-confirmation':
      return orderConfirmation(shop, language, { order })
    case 'order-shipped':
      return orderShipped(shop, language, { order })
    case 'order-cancelled':
      return orderCancelled(shop, language, { order, ...CancelledDetails.parse(details) })
    case 'order-refunded':
      return orderRefunded(shop, language, { order, ...RefundedDetails.parse(details) })
  }
}
