import * as oidc from 'openid-client'
import type { SignInProvider } from '@rampart/platform/config/sign-in-providers.ts'
import { requestsTo, TIMEOUT_SECONDS } from './outgoing.ts'

/** Signatures of ID tokens that count: made with a private key, never none and never with a shared secret. */
const ALGORITHMS: readonly string[] = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519']

/** How far the clock of a provider may be off, in seconds. */
export const CLOCK_TOLERANCE_SECONDS = 30

// eslint-disable-next-line @typescript-eslint/no-deprecated -- for issuers on this machine: no others may be http
const allowHttp: (configuration: oidc.Configuration) => void = oidc.allowInsecureRequests
const DISCOVERY = '/.well-known/openid-configuration'

/**
 * Reads what a provider says about itself, and agrees on where and how to talk to it.
 * @throws when it cannot be reached, or says what it may not say
 */
export async function discover(provider: SignInProvider): Promise<oidc.Configuration> {
  const onThisMachine = provider.issuer.startsWith('http:')
  const document = provider.issuer.replace(/\/$/, '') + DISCOVERY
  const found = await oidc.discovery(new URL(document), provider.client_id, undefined, undefined, {
    [oidc.customFetch]: requestsTo([document]),
    timeout: TIMEOUT_SECONDS,
    execute: onThisMachine ? [allowHttp] : [],
  })
  const metadata = found.serverMetadata()
  // An issuer that is nearly the same is another one (OpenID Connect Discovery §4.3).
  if (metadata.issuer !== provider.issuer) throw new Error('The provider names another issuer.')
  const agreed = agreedMetadata(metadata, onThisMachine)
  const secret = provider.client_secret.reveal()
  const configuration = new oidc.Configuration(
    agreed,
    provider.client_id,
    { [oidc.clockTolerance]: CLOCK_TOLERANCE_SECONDS },
    metadata.token_endpoint_auth_methods_supported?.includes('client_secret_post') === true
      ? oidc.ClientSecretPost(secret)
      : oidc.ClientSecretBasic(secret),
  )
  configuration.timeout = TIMEOUT_SECONDS
  configuration[oidc.customFetch] = requestsTo(
    [agreed.token_endpoint, agreed.jwks_uri, agreed.userinfo_endpoint].filter((each) => each !== undefined),
  )
  if (onThisMachine) allowHttp(configuration)
  // TLS alone would do for the library; here the signature counts whatever the way.
  oidc.enableNonRepudiationChecks(configuration)
  return configuration
}

function agreedMetadata(metadata: oidc.ServerMetadata, onThisMachine: boolean): oidc.ServerMetadata {
  const { authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint } = metadata
  if (authorization_endpoint === undefined || token_endpoint === undefined || jwks_uri === undefined) {
    throw new Error('The provider leaves out an address that is needed.')
  }
  for (const address of [authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint]) {
    if (address !== undefined && !isSecure(address, onThisMachine)) {
      throw new Error('The provider names an address that is not https.')
    }
  }
  const offered = metadata.id_token_signing_alg_values_supported ?? ['RS256']
  const algorithms = offered.filter((each) => ALGORITHMS.includes(each))
  if (algorithms.length === 0) throw new Error('The provider signs in no way that counts.')
  return { ...metadata, id_token_signing_alg_values_supported: algorithms }
}

// A provider on this machine speaks http, and only to this machine.
function isSecure(address: string, onThisMachine: boolean): boolean {
  const url = URL.parse(address)
  if (url === null) return false
  if (url.protocol === 'https:') return true
  return (
    onThisMachine && url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  )
}
