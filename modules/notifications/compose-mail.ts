import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { composeAccountMail } from './compose-account-mail.ts'
import { composeOrderMail } from './compose-order-mail.ts'
import type { NotificationsDeps } from './deps.ts'
import { type ComposedMail, isOrderTemplate } from './domain/mail.ts'
import { composeFarewell } from './privacy/compose-farewell.ts'
import type { ClaimedMessage } from './store/messages.ts'

/**
 * Writes a mail with what is true now: the order as it stands, a fresh token. null when there is nothing to say any
 * more.
 */
export async function composeMail(
  deps: NotificationsDeps,
  message: ClaimedMessage,
  call: CallContext,
  now: Date,
): Promise<ComposedMail | null> {
  const { template, order_id: orderId, account_id: accountId } = message
  if (isOrderTemplate(template)) {
    if (orderId === null) throw new Error(`Message ${message.id} names no order.`)
    return composeOrderMail(deps, { ...message, template }, orderId, call)
  }
  if (accountId === null) throw new Error(`Message ${message.id} names no account.`)
  if (template === 'account-erased') return composeFarewell(deps, message, accountId)
  return composeAccountMail(deps, { ...message, template }, accountId, call, now)
}
