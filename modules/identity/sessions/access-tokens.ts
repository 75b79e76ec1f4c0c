import { verify } from 'node:crypto'
import { type JWK, SignJWT } from 'jose'
import { z } from 'zod'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { ACCESS_TOKEN_SECONDS } from '../domain/lifetimes.ts'
import type { Audience } from '../domain/roles.ts'
import { ALGORITHM, type SigningKey, type SigningKeys, TOKEN_TYPE } from './signing-keys.ts'
import { verifiedTokens } from './verified-tokens.ts'

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
  /** The public keys, for others to check tokens with. */
  publicKeys(now: Date): Promise<JWK[]>
}

type Signed = AccessClaims & {
  readonly header: string
  readonly issuer: string
  readonly from: number
  readonly until: number
}

// Canonical base64url only: each signature has one spelling.
const SHAPE = /^([A-Za-z0-9_-]{1,400})\.[A-Za-z0-9_-]{1,2000}\.[A-Za-z0-9_-]{85}[AQgw]$/

const Payload = z.object({
  iss: z.string(),
  aud: z.enum(['shop', 'staff']),
  sub: z.uuid().lowercase(),
  sid: z.uuid().lowercase(),
  exp: z.number(),
  nbf: z.number().optional(),
})

/** Tokens of one issuer. */
export function accessTokens(keys: SigningKeys, issuer: string): AccessTokens {
  const verified = verifiedTokens<Signed>()
  return {
    async issue({ account_id, session_id, audience }, now) {
      const { kid, privateKey } = await keys.current(now)
      const seconds = Math.floor(now.getTime() / 1_000)
      return new SignJWT({ sid: session_id })
        .setProtectedHeader({ alg: ALGORITHM, typ: TOKEN_TYPE, kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(account_id)
        .setJti(newId())
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + ACCESS_TOKEN_SECONDS)
        .sign(privateKey)
    },
    async read(token, now) {
      const known = verified.get(token)
      const header = known?.header ?? SHAPE.exec(token)?.[1]
      if (header === undefined) return null
      // The whole header is one that we write, or the token is not ours: no field of it is ever followed.
      const key = await keys.byHeader(header, now)
      if (key === null) return null
      const signed = known ?? readSigned(key, token)
      if (signed === null) return null
      if (known === undefined) verified.add(token, signed)
      const seconds = now.getTime() / 1_000
      if (signed.issuer !== issuer || signed.until <= seconds || signed.from > seconds) return null
      const { account_id, session_id, audience } = signed
      return { account_id, session_id, audience }
    },
    publicKeys: async (now) => (await keys.published(now)).map(({ jwk }) => jwk),
  }
}

/** Checks the signature, and only then looks inside. */
function readSigned(key: SigningKey, token: string): Signed | null {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const text = Buffer.from(`${header}.${payload}`)
  if (!verify(null, text, key.publicKey, Buffer.from(signature, 'base64url'))) return null
  const { success, data } = Payload.safeParse(parse(payload))
  if (!success) return null
  return {
    header,
    account_id: data.sub,
    session_id: data.sid,
    audience: data.aud,
    issuer: data.iss,
    from: data.nbf ?? 0,
    until: data.exp,
  }
}

function parse(payload: string): unknown {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString())
  } catch {
    return null
  }
}
