import { z } from 'zod'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { accountMails, type Secret } from './account-mails.ts'
import type { NotificationsDeps } from './deps.ts'
import type { AccountTemplate } from './domain/account-facts.ts'
import type { Language } from './domain/language.ts'
import type { Audience, Links } from './domain/links.ts'
import type { ComposedMail } from './domain/mail.ts'
import { accountLetter, type Handle } from './domain/templates/account-letter.ts'
import type { Letter } from './domain/texts/letter.ts'
import { textsOf } from './domain/texts/texts-of.ts'
import type { ClaimedMessage } from './store/messages.ts'
import { MailRefused } from './transport/mail-transport.ts'

/** After it nobody sits before the page that asks for the code any more. */
const CODE_MS = 10 * 60_000

const Referring = z.looseObject({ reference: z.string().optional() })

/**
 * Writes a mail about an account, in its language. A one-time secret is made at this moment and goes where identity
 * says. null when there is nothing to say any more: the account is gone, or the matter is settled.
 * @throws MailRefused for a code that would come too late
 */
export async function composeAccountMail(
  deps: NotificationsDeps,
  message: ClaimedMessage & { readonly template: AccountTemplate },
  accountId: string,
  call: CallContext,
  now: Date,
): Promise<ComposedMail | null> {
  const { template, details } = message
  const { secret } = accountMails[template]
  if (secret?.form === 'code' && now.getTime() - Date.parse(message.created_at) > CODE_MS)
    throw new MailRefused('The code would come too late.')
  const { contacts } = await deps.clients.identity.getContacts(call, { account_ids: [accountId] })
  const [contact] = contacts
  if (contact === undefined) return null
  const { language, audience } = contact
  const compose = (handle: Handle): ComposedMail['mail'] =>
    accountLetter(deps.shop, language, letterOf(template, deps.shop.name, language, details), handle)
  if (secret === undefined)
    return { recipient: contact.email, mail: compose(pageOf(template, deps.shop.links, audience, details)) }
  const { reference } = Referring.parse(details)
  const issued = await issue(deps, call, secret, contact, reference)
  if (issued === null) return null
  const handle: Handle =
    secret.form === 'code'
      ? { kind: 'code', code: issued.token }
      : { kind: 'token', url: deps.shop.links.withToken(secret.path, audience, issued.token) }
  return { recipient: issued.recipient, mail: compose(handle) }
}

async function issue(
  { clients: { identity } }: NotificationsDeps,
  call: CallContext,
  { purpose }: Secret,
  { account_id, email }: { readonly account_id: string; readonly email: string },
  reference: string | undefined,
): Promise<{ readonly token: string; readonly recipient: string } | null> {
  if (purpose === 'verify_email') {
    const { token } = await identity.issueVerificationToken(call, { account_id })
    return token === null ? null : { token, recipient: email }
  }
  const about = reference === undefined ? {} : { reference }
  const { token, recipient } = await identity.issueMailToken(call, { account_id, purpose, ...about })
  return token === null ? null : { token, recipient }
}

function pageOf<K extends AccountTemplate>(
  template: K,
  links: Links,
  audience: Audience,
  details: unknown,
): Handle {
  const { page, facts } = accountMails[template]
  if (page === undefined) return { kind: 'none' }
  return { kind: 'page', url: page(links, audience, facts.parse(details)) }
}

function letterOf<K extends AccountTemplate>(
  template: K,
  shop: string,
  language: Language,
  details: unknown,
): Letter {
  return textsOf(language).account[template](shop, accountMails[template].facts.parse(details))
}
