import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import { randomToken } from '@rampart/platform/crypto/tokens.ts'
import type { AdapterPayload } from 'oidc-provider'

type Registered = NonNullable<OutputOf<Oauth, 'findClient'>['client']>

// The library wants a secret where one is to be presented. Ours is known by its hash alone and compared elsewhere:
// this stands in its place, and matches nothing.
const noSecret = randomToken()

/** A registered app in the words of the protocol (RFC 7591). */
export function clientMetadata(app: Registered): AdapterPayload {
  const confidential = app.kind === 'web'
  return {
    client_id: app.client_id,
    client_name: app.name,
    application_type: app.kind === 'native' ? 'native' : 'web',
    redirect_uris: app.redirect_uris,
    post_logout_redirect_uris: app.post_logout_redirect_uris,
    response_types: ['code'],
    response_modes: ['query'],
    grant_types: app.scopes.includes('offline_access')
      ? ['authorization_code', 'refresh_token']
      : ['authorization_code'],
    token_endpoint_auth_method: confidential ? 'client_secret_basic' : 'none',
    scope: app.scopes.join(' '),
    ...(confidential ? { client_secret: noSecret } : {}),
  }
}
