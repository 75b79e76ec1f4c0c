import type { SendMailOptions } from 'nodemailer'
import type { Settings } from '@rampart/platform/config/settings.ts'
import { Email } from '@rampart/contracts/shared-fields.ts'
import { oneLine } from '../domain/mail.ts'
import { MailRefused, type OutgoingMail } from './mail-transport.ts'

/** The fields of a mail as nodemailer takes them. Addresses go in as objects, so that nothing in them is parsed. */
export function mailFields(settings: Settings, mail: OutgoingMail): SendMailOptions {
  const recipient = Email.safeParse(mail.recipient)
  if (!recipient.success) throw new MailRefused('The recipient is not a mail address.')
  return {
    from: { name: oneLine(settings.shop_name), address: settings.mail_from },
    to: [{ name: '', address: recipient.data }],
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    date: mail.now,
    messageId: `<${mail.id}@${new URL(settings.public_url).hostname}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': mail.language,
    },
  }
}

/** Forbids nodemailer to read files or addresses that a mail may name. */
export const closedDoors = { disableFileAccess: true, disableUrlAccess: true } as const
