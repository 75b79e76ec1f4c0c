import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { seal, unseal } from '@rampart/platform/crypto/seal.ts'
import type { IdentityDeps } from '../deps.ts'

// What every authenticator app can do (RFC 6238): SHA-1, six digits, 30 seconds. The key is as long as the hash.
const SECRET_BYTES = 20
const PERIOD_SECONDS = 30
const PERIODS_EITHER_SIDE = 1

/** A new secret. */
export function newSecret(): Buffer {
  return randomBytes(SECRET_BYTES)
}

/** Base32, as people type it. */
export function secretText(secret: Buffer): string {
  return secretOf(secret).base32
}

/** The address that a QR code for an authenticator app holds. */
export function otpauthUrl(secret: Buffer, issuer: string, label: string): string {
  return new TOTP({ ...options(secret), issuer, label }).toString()
}

/**
 * The time step that a code belongs to: of now, or of one period before or after (clocks differ, typing takes time).
 * null when it is the code of none of them.
 */
export function stepOfCode(secret: Buffer, code: string, now: Date): number | null {
  const timestamp = now.getTime()
  const delta = TOTP.validate({ ...options(secret), token: code, timestamp, window: PERIODS_EITHER_SIDE })
  return delta === null ? null : TOTP.counter({ period: PERIOD_SECONDS, timestamp }) + delta
}

/** A secret as it is stored: worthless without the master key, and at any other account. */
export function sealSecret({ keys }: Pick<IdentityDeps, 'keys'>, accountId: string, secret: Buffer): Buffer {
  return seal(keys.derive('identity:totp'), secret, accountId)
}

/** The stored secret of an account. */
export function unsealSecret(
  { keys }: Pick<IdentityDeps, 'keys'>,
  accountId: string,
  sealed: Buffer,
): Buffer {
  return unseal(keys.derive('identity:totp'), sealed, accountId)
}

function options(secret: Buffer) {
  return { secret: secretOf(secret), algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS }
}

function secretOf(secret: Buffer): Secret {
  return new Secret({ buffer: new Uint8Array(secret).buffer })
}
