import { createHash, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import type { KeyAlgorithm } from './store/signing-keys.ts'

const generate = promisify(generateKeyPair)
const RSA_BITS = 3_072

export type MadeKey = {
  readonly kid: string
  readonly alg: KeyAlgorithm
  readonly private_jwk: Readonly<Record<string, unknown>>
  readonly public_jwk: Readonly<Record<string, unknown>>
}

/** Makes a key pair; its id is the thumbprint of its public half (RFC 7638). */
export async function makeKey(alg: KeyAlgorithm): Promise<MadeKey> {
  const { publicKey, privateKey } =
    alg === 'RS256' ? await generate('rsa', { modulusLength: RSA_BITS }) : await generate('ed25519')
  const plain = publicKey.export({ format: 'jwk' })
  const kid = thumbprint(plain)
  const common = { kid, alg, use: 'sig' }
  return {
    kid,
    alg,
    private_jwk: { ...jwkOf(privateKey), ...common },
    public_jwk: { ...jwkOf(publicKey), ...common },
  }
}

function jwkOf(key: KeyObject): Record<string, unknown> {
  return { ...key.export({ format: 'jwk' }) }
}

function thumbprint(jwk: Readonly<Record<string, unknown>>): string {
  const { crv, e, kty, n, x } = jwk
  const members = kty === 'RSA' ? { e, kty, n } : { crv, kty, x }
  return createHash('sha256').update(JSON.stringify(members)).digest('base64url')
}
