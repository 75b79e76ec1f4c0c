import type { Mail, TemplateName } from '../domain/mail.ts'

/** A mail with its envelope. */
export type OutgoingMail = Mail & {
  /** Of the message, and of its Message-ID: the same at every try. */
  readonly id: string
  readonly template: TemplateName
  readonly recipient: string
  readonly created_at: Date
  /** The moment of this try. */
  readonly now: Date
}

/** A way for mails to leave. Resolves once the mail is somebody else's; the same mail may come again. */
export type MailTransport = {
  /** @throws MailRefused when trying again is of no use; anything else when it is */
  send(mail: OutgoingMail): Promise<void>
  /** Longer than `send` ever takes: after so many seconds a sender that was not heard of is dead. */
  readonly claimSeconds: number
}

/** The mail will never be taken: a bad recipient, or one that its server refused for good. */
export class MailRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'MailRefused'
  }
}
