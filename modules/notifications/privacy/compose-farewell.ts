import type { NotificationsDeps } from '../deps.ts'
import type { ComposedMail } from '../domain/mail.ts'
import { accountLetter } from '../domain/templates/account-letter.ts'
import { textsOf } from '../domain/texts/texts-of.ts'
import type { ClaimedMessage } from '../store/messages.ts'
import { openContact } from './sealed-contact.ts'

/** Writes the last mail. Nobody can be asked where it goes: the message has kept that. */
export function composeFarewell(
  { keys, shop }: NotificationsDeps,
  { details }: ClaimedMessage,
  accountId: string,
): ComposedMail {
  const { email, language } = openContact(keys, accountId, details)
  const letter = textsOf(language).account['account-erased'](shop.name, {})
  return { recipient: email, mail: accountLetter(shop, language, letter, { kind: 'none' }) }
}
