import * as oidc from 'openid-client'
import { CLOCK_TOLERANCE_SECONDS } from './discover.ts'
import type { Provider } from './providers.ts'

/** What a provider said about somebody, signed. */
export type ProvenSubject = {
  readonly subject: string
  /** What else it says. Asks the provider where that was not in the token. @throws when it cannot be reached */
  profile(): Promise<ExternalProfile>
}

/** What a provider says about somebody that decides about nothing but a new account. */
export type ExternalProfile = {
  readonly email: { readonly address: string; readonly verified: boolean } | null
  readonly name: string | null
  readonly language: 'en' | 'de'
}

type Answer = {
  readonly state?: string | undefined
  readonly code?: string | undefined
  readonly iss?: string | undefined
}

/**
 * Exchanges the code for an ID token and checks it (OpenID Connect Core §3.1.3.7, RFC 9700): the issuer of the response
 * and of the token, signature and its algorithm, audience and authorized party, times, nonce; the code with its verifier.
 * @throws when anything about it is not as it has to be
 */
export async function proveSubject(
  provider: Provider,
  answer: Answer,
  { nonce, verifier }: { readonly nonce: string; readonly verifier: string },
  now: Date,
): Promise<ProvenSubject> {
  const configuration = await provider.configuration(now)
  const tokens = await oidc.authorizationCodeGrant(configuration, addressOf(provider, answer), {
    expectedState: answer.state ?? '',
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (claims === undefined) throw new Error('There is no ID token.')
  assertOwnRules(claims, configuration.clientMetadata().client_id, now)
  return {
    subject: claims.sub,
    profile: async () => {
      const told =
        claims['email'] !== undefined || configuration.serverMetadata().userinfo_endpoint === undefined
      return profileIn(
        told ? claims : await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub),
      )
    },
  }
}

/** The answer as the library reads it: our own address, whatever the Host header says, and the fields that count. */
function addressOf(provider: Provider, { state, code, iss }: Answer): URL {
  const address = new URL(provider.redirectUri)
  for (const [name, value] of Object.entries({ state, code, iss })) {
    if (value !== undefined) address.searchParams.set(name, value)
  }
  return address
}

/** What the library leaves to us. */
function assertOwnRules(claims: oidc.IDToken, clientId: string, now: Date): void {
  if (claims.azp !== undefined && claims.azp !== clientId) throw new Error('The ID token is for another app.')
  if (claims.iat > now.getTime() / 1_000 + CLOCK_TOLERANCE_SECONDS)
    throw new Error('The ID token was issued in the future.')
  if (claims.sub === '' || claims.sub.length > 255) throw new Error('The subject is none.')
}

function profileIn(claims: Readonly<Record<string, unknown>>): ExternalProfile {
  const address = textOf(claims['email'])
  return {
    // Only the boolean counts. What is left out is not verified.
    email: address === null ? null : { address, verified: claims['email_verified'] === true },
    name: textOf(claims['name']),
    language: textOf(claims['locale'])?.toLowerCase().startsWith('de') === true ? 'de' : 'en',
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}
