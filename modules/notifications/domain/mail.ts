import type { AccountTemplate } from './account-facts.ts'
import type { Language } from './language.ts'

/** A mail that is ready to be sent, apart from whom it comes from. */
export type Mail = {
  readonly language: Language
  readonly subject: string
  readonly html: string
  readonly text: string
}

/** A mail and whom it goes to. */
export type ComposedMail = { readonly recipient: string; readonly mail: Mail }

const orderTemplates = [
  'order-confirmation',
  'order-shipped',
  'order-cancelled',
  'order-refunded',
  'order-return',
] as const

/** The mails about orders. */
export type OrderTemplate = (typeof orderTemplates)[number]

/** The mails there are. */
export type TemplateName = OrderTemplate | AccountTemplate

/** Whether a mail is about an order; the others are about an account. */
export function isOrderTemplate(template: TemplateName): template is OrderTemplate {
  return (orderTemplates as readonly string[]).includes(template)
}

const MAX_SUBJECT = 200

/** A text that is safe in a header: one line, no control characters, at most 200 characters. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_SUBJECT)
}
