import { createPrivateKey, hkdfSync, type KeyObject } from 'node:crypto'

/** Hands out one key per purpose, all derived from the installation's master secret. */
export type Keyring = {
  /** 32 bytes for symmetric use, the same at every call for the same purpose. */
  derive(purpose: string): Buffer
  /** An Ed25519 private key for signatures, the same at every call for the same purpose. */
  signingKey(purpose: string): KeyObject
}

const MIN_SECRET_BYTES = 32
// The fixed DER prefix of a PKCS#8 Ed25519 private key (RFC 8410 §7); the 32 seed bytes follow it.
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** Derives keys with HKDF-SHA-256 (RFC 5869). Refuses a master secret below 32 bytes. */
export function keyring(masterSecret: Buffer): Keyring {
  if (masterSecret.length < MIN_SECRET_BYTES) throw new Error('The master secret must have 32 bytes or more.')
  // Purposes are a handful of names in the code, and derivation is asked for with every request.
  const derived = new Map<string, Buffer>()
  const derive = (purpose: string): Buffer => {
    const known = derived.get(purpose)
    if (known !== undefined) return known
    const key = Buffer.from(hkdfSync('sha256', masterSecret, 'rampart', purpose, 32))
    derived.set(purpose, key)
    return key
  }
  return {
    derive,
    signingKey: (purpose) =>
      createPrivateKey({
        key: Buffer.concat([ED25519_PKCS8, derive(purpose)]),
        format: 'der',
        type: 'pkcs8',
      }),
  }
}
