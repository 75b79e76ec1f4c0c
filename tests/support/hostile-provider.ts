import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, importJWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { closed } from './openid-provider.ts'

/** How an ID token is written. */
export type Token = {
  /** Claims that differ; undefined leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>
  readonly write?: (claims: JWTPayload, keys: Keys) => Promise<string> | string
}

type SigningKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey']

type Keys = {
  readonly own: SigningKey
  readonly ownForRs512: SigningKey
  readonly ownPublicJwk: string
  readonly stranger: SigningKey
  readonly secret: string
}

export type HostileProvider = {
  readonly issuer: string
  readonly secret: string
  readonly variables: Readonly<Record<string, string>>
  /** A code that is exchanged for such a token, for a browser that was sent to this address. */
  codeFor(address: string, token?: Token): string
  /** Verifiers that codes were exchanged with. */
  readonly verifiers: string[]
  close(): Promise<void>
}

const CLIENT = 'the-shop'

type Options = {
  readonly id?: 'oidc' | 'oidc-2'
  readonly metadata?: (issuer: string) => Readonly<Record<string, unknown>>
}

/** A provider that says whatever it is told to, on loopback. Without lies it is an honest one. */
export async function openHostileProvider({
  id = 'oidc',
  metadata = () => ({}),
}: Options = {}): Promise<HostileProvider> {
  const own = await generateKeyPair('RS256', { extractable: true })
  const stranger = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'own', use: 'sig' }
  const secret = randomUUID()
  const keys = {
    own: own.privateKey,
    ownForRs512: (await importJWK(await exportJWK(own.privateKey), 'RS512')) as SigningKey,
    ownPublicJwk: JSON.stringify(jwk),
    stranger: stranger.privateKey,
    secret,
  }
  const codes = new Map<string, { readonly nonce: string; readonly token: Token }>()
  const verifiers: string[] = []
  const server = createServer((request, response) => {
    void answer(request).then(
      (body) => {
        response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
      },
      (error: unknown) => {
        response.writeHead(500).end(String(error))
      },
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`

  async function answer(request: IncomingMessage): Promise<unknown> {
    if (request.url === '/jwks') return { keys: [jwk] }
    if (request.url !== '/token') {
      return {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        authorization_response_iss_parameter_supported: true,
        token_endpoint_auth_methods_supported: ['client_secret_post'],
        // It says that it may sign in every way there is.
        id_token_signing_alg_values_supported: ['RS256', 'RS512', 'HS256', 'none'],
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        ...metadata(issuer),
      }
    }
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const form = new URLSearchParams(Buffer.concat(chunks).toString())
    verifiers.push(form.get('code_verifier') ?? '')
    const code = codes.get(form.get('code') ?? '')
    if (code === undefined) throw new Error('No such code.')
    return {
      access_token: randomUUID(),
      token_type: 'bearer',
      id_token: await idToken(issuer, code, keys),
    }
  }

  const prefix = id === 'oidc' ? 'OIDC' : 'OIDC_2'
  return {
    issuer,
    secret,
    verifiers,
    variables: {
      [`${prefix}_ISSUER`]: issuer,
      [`${prefix}_CLIENT_ID`]: CLIENT,
      [`${prefix}_CLIENT_SECRET`]: secret,
    },
    codeFor: (address, token = {}) => {
      const code = randomUUID()
      codes.set(code, { nonce: new URL(address).searchParams.get('nonce') ?? '', token })
      return code
    },
    close: () => closed(server),
  }
}

async function idToken(
  issuer: string,
  { nonce, token }: { readonly nonce: string; readonly token: Token },
  keys: Keys,
): Promise<string> {
  const now = Math.floor(Date.now() / 1_000)
  const claims: JWTPayload = {
    iss: issuer,
    aud: CLIENT,
    sub: 'mallory',
    iat: now,
    exp: now + 300,
    nonce,
    email: 'mallory@example.com',
    email_verified: true,
    ...token.claims,
  }
  return token.write === undefined ? signed(claims, keys.own) : token.write(claims, keys)
}

/** A token signed with RS256, or in another way. */
export function signed(claims: JWTPayload, key: SigningKey, alg = 'RS256'): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg, kid: 'own' }).sign(key)
}

/** A token whose signature is made with a shared secret. */
export function signedByText(claims: JWTPayload, text: string): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', kid: 'own' })
    .sign(new TextEncoder().encode(text))
}

/** A token that says it needs no signature. */
export function unsecured(claims: JWTPayload): string {
  return new UnsecuredJWT(claims).encode()
}
