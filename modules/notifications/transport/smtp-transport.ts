import { createTransport } from 'nodemailer'
import type { Settings } from '@rampart/platform/config/settings.ts'
import { closedDoors, mailFields } from './mail-fields.ts'
import { MailRefused, type MailTransport } from './mail-transport.ts'

const CONNECT_MS = 10_000
const SILENCE_MS = 30_000
/** For a whole mail. */
const WHOLE_MS = 60_000
const CLAIM_SECONDS = 120

/** Hands mails to the server at `url`, each over a connection of its own. */
export function smtpTransport(settings: Settings, url: string): MailTransport {
  const transport = createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    ...closedDoors,
  })
  return {
    claimSeconds: CLAIM_SECONDS,
    async send(mail) {
      const fields = mailFields(settings, mail)
      try {
        await transport.sendMail({ ...fields, signal: AbortSignal.timeout(WHOLE_MS) })
      } catch (error) {
        throw isFinal(error) ? new MailRefused('The mail server refused the mail.', { cause: error }) : error
      }
    },
  }
}

// A server that answers 5xx to the recipient or the content will do so again; one that refuses our password
// (EAUTH) may be set right.
function isFinal(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, responseCode } = error as Error & { code?: unknown; responseCode?: unknown }
  return (
    (code === 'EENVELOPE' || code === 'EMESSAGE') && typeof responseCode === 'number' && responseCode >= 500
  )
}
