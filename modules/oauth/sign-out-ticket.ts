import { safeEqual, sign } from '@rampart/platform/crypto/tokens.ts'

type Ticket = {
  readonly client_id: string | null
  readonly location: string | null
  /** Milliseconds since the epoch. */
  readonly expires: number
}

/** Writes a ticket that nobody can change. It is no secret. */
export function writeTicket(key: Buffer, ticket: Ticket): string {
  const body = Buffer.from(JSON.stringify(ticket)).toString('base64url')
  return `${body}.${sign(key, body)}`
}

/** Reads a ticket; null when it is not ours or too old. */
export function readTicket(key: Buffer, text: string, now: Date): Ticket | null {
  const [body, signature, ...rest] = text.split('.')
  if (body === undefined || signature === undefined || rest.length > 0) return null
  if (!safeEqual(signature, sign(key, body))) return null
  const ticket = JSON.parse(Buffer.from(body, 'base64url').toString()) as Ticket
  return ticket.expires > now.getTime() ? ticket : null
}
