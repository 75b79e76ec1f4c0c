import { createHash, createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A secret of 32 random bytes in base64url (43 characters). Store only its `hashToken`. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256 of a token. Enough for random 256-bit secrets; never for passwords. */
export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer')
}

/** HMAC-SHA-256 over a text, base64url. */
export function sign(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url')
}

/** Compares two texts in time that depends only on their lengths. */
export function safeEqual(left: string, right: string): boolean {
  const a = createHash('sha256').update(left).digest()
  const b = createHash('sha256').update(right).digest()
  return timingSafeEqual(a, b)
}
