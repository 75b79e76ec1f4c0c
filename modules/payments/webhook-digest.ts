import { createHmac } from 'node:crypto'
import type { Secret } from '@rampart/platform/config/secret.ts'
import { safeEqual } from '@rampart/platform/crypto/tokens.ts'

/** HMAC-SHA-256 of a text in lower-case hex, as Stripe and Razorpay both sign. */
export function hexDigest(secret: Secret, text: string): string {
  return createHmac('sha256', secret.reveal()).update(text).digest('hex')
}

/** Whether one of the secrets made one of the digests: while a secret is changed, the old and the new one both count. */
export function isDigestOf(secrets: readonly Secret[], text: string, digests: readonly string[]): boolean {
  return secrets.some((secret) => {
    const ours = hexDigest(secret, text)
    return digests.some((digest) => safeEqual(ours, digest))
  })
}

/** The JSON of a message that was signed; undefined when it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
