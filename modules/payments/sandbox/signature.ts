import { createHmac } from 'node:crypto'
import { safeEqual } from '@rampart/platform/crypto/tokens.ts'

/** The header that carries time and signature: `t=<seconds>,v1=<hex>`. */
export const SIGNATURE_HEADER = 'sandbox-signature'

const MAX_AGE_SECONDS = 300
const FORM = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/

/** Signs a message the way Stripe does: HMAC-SHA-256 over `<time>.<body>`. */
export function signatureOf(secret: Buffer, body: string, seconds: number): string {
  const digest = createHmac('sha256', secret)
    .update(`${String(seconds)}.${body}`)
    .digest('hex')
  return `t=${String(seconds)},v1=${digest}`
}

/** Whether a signature belongs to this very text and is at most five minutes old. */
export function isSigned(secret: Buffer, body: string, header: string | undefined, now: Date): boolean {
  const seconds = Number(FORM.exec(header ?? '')?.[1] ?? Number.NaN)
  if (!Number.isSafeInteger(seconds)) return false
  if (Math.abs(now.getTime() / 1000 - seconds) > MAX_AGE_SECONDS) return false
  return safeEqual(header ?? '', signatureOf(secret, body, seconds))
}
