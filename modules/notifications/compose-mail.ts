import { z } from 'zod'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { NotificationsDeps } from './deps.ts'
import type { Mail } from './domain/mail.ts'
import { duplicateRegistration } from './domain/templates/duplicate-registration.ts'
import { orderCancelled } from './domain/templates/order-cancelled.ts'
import { orderConfirmation } from './domain/templates/order-confirmation.ts'
import { orderRefunded } from './domain/templates/order-refunded.ts'
import { orderShipped } from './domain/templates/order-shipped.ts'
import { verifyEmail } from './domain/templates/verify-email.ts'
import type { ClaimedMessage } from './store/messages.ts'

/** A mail and whom it goes to. */
export type ComposedMail = { readonly recipient: string; readonly mail: Mail }

/** Details of `order-cancelled`, as its event told them. */
export const CancelledDetails = z.strictObject({ reason: z.string(), was_paid: z.boolean() })

/** Details of `order-refunded`, as its event told them. */
export const RefundedDetails = z.strictObject({
  amount_minor: z.int(),
  currency: z.string(),
  full: z.boolean(),
})

/**
 * Writes a mail with what is true now: the order as it stands, a fresh token. null when there is nothing to say any
 * more, because the account is gone or its address was confirmed meanwhile.
 */
export async function composeMail(
  deps: NotificationsDeps,
  message: ClaimedMessage,
  call: CallContext,
): Promise<ComposedMail | null> {
  if (message.account_id !== null) return composeForAccount(deps, message, message.account_id, call)
  if (message.order_id !== null) return composeForOrder(deps, message, message.order_id, call)
  return null
}

async function composeForAccount(
  deps: NotificationsDeps,
  message: ClaimedMessage,
  accountId: string,
  call: CallContext,
): Promise<ComposedMail | null> {
  const { contacts } = await deps.clients.identity.getContacts(call, { account_ids: [accountId] })
  const [contact] = contacts
  if (contact === undefined) return null
  if (message.template !== 'verify-email')
    return { recipient: contact.email, mail: duplicateRegistration(deps.shop) }
  const { token } = await deps.clients.identity.issueVerificationToken(call, { account_id: accountId })
  return token === null ? null : { recipient: contact.email, mail: verifyEmail(deps.shop, { token }) }
}

async function composeForOrder(
  deps: NotificationsDeps,
  message: ClaimedMessage,
  orderId: string,
  call: CallContext,
): Promise<ComposedMail | null> {
  const order = await deps.clients.orders.getPlacedOrder(call, { order_id: orderId })
  if (order === null) {
    // Money can come and go back for an order whose request died before it was written: nobody waits for a mail.
    if (message.template === 'order-refunded') return null
    throw new Error(`Order ${orderId} of message ${message.id} is not known.`)
  }
  const { shop } = deps
  switch (message.template) {
    case 'order-confirmation':
      return { recipient: order.email, mail: orderConfirmation(shop, { order }) }
    case 'order-shipped':
      return { recipient: order.email, mail: orderShipped(shop, { order }) }
    case 'order-cancelled':
      return {
        recipient: order.email,
        mail: orderCancelled(shop, { order, ...CancelledDetails.parse(message.details) }),
      }
    case 'order-refunded':
      return {
        recipient: order.email,
        mail: orderRefunded(shop, { order, ...RefundedDetails.parse(message.details) }),
      }
    case 'verify-email':
    case 'duplicate-registration':
      throw new Error(`Message ${message.id} is about an account but names an order.`)
  }
}
