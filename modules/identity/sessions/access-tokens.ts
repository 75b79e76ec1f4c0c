import { createPublicKey, type KeyObject } from 'node:crypto'
import { calculateJwkThumbprint, errors, exportJWK, type JWK, jwtVerify, SignJWT } from 'jose'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { ACCESS_TOKEN_SECONDS } from '../domain/lifetimes.ts'
import type { Audience } from '../domain/roles.ts'

/** Whose token it is and which session it belongs to. */
export type AccessClaims = {
  readonly account_id: string
  readonly session_id: string
  readonly audience: Audience
}

/** Signs and reads access tokens: JWTs by Ed25519, good for 15 minutes. */
export type AccessTokens = {
  issue(claims: AccessClaims, now: Date): Promise<string>
  /** The claims of a token of ours that is still good, else null. Says nothing of the session. */
  read(token: string, now: Date): Promise<AccessClaims | null>
  /** The public key, for others to check tokens with. */
  publicKeys(): Promise<JWK[]>
}

const ALGORITHM = 'EdDSA'
const TYPE = 'at+jwt'
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Tokens of one issuer. The key is imported once. */
export function accessTokens(privateKey: KeyObject, issuer: string): AccessTokens {
  const publicKey = createPublicKey(privateKey)
  const jwk = describeKey(publicKey)
  return {
    async issue({ account_id, session_id, audience }, now) {
      const { kid } = await jwk
      const seconds = Math.floor(now.getTime() / 1_000)
      return new SignJWT({ sid: session_id })
        .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(account_id)
        .setJti(newId())
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + ACCESS_TOKEN_SECONDS)
        .sign(privateKey)
    },
    async read(token, now) {
      try {
        const { payload } = await jwtVerify(token, publicKey, {
          algorithms: [ALGORITHM],
          typ: TYPE,
          issuer,
          requiredClaims: ['sub', 'sid', 'aud', 'exp'],
          currentDate: now,
        })
        const { sub, sid, aud } = payload
        if (aud !== 'shop' && aud !== 'staff') return null
        if (typeof sid !== 'string' || sub === undefined || !UUID.test(sid) || !UUID.test(sub)) return null
        return { account_id: sub, session_id: sid, audience: aud }
      } catch (error) {
        if (error instanceof errors.JOSEError) return null
        throw error
      }
    },
    publicKeys: async () => [await jwk],
  }
}

async function describeKey(key: KeyObject): Promise<JWK & { kid: string }> {
  const jwk = await exportJWK(key)
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: ALGORITHM, use: 'sig' }
}
