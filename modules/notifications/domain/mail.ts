/** A mail that is ready to be sent, apart from whom it comes from. */
export type Mail = { readonly subject: string; readonly html: string; readonly text: string }

/** The mails there are. */
export const templateNames = [
  'verify-email',
  'duplicate-registration',
  'order-confirmation',
  'order-shipped',
  'order-cancelled',
  'order-refunded',
] as const

export type TemplateName = (typeof templateNames)[number]

const MAX_SUBJECT = 200

/** A text that is safe in a header: one line, no control characters, at most 200 characters. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_SUBJECT)
}
