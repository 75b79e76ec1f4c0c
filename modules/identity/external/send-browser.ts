import * as oidc from 'openid-client'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { seal } from '@rampart/platform/crypto/seal.ts'
import { hashToken, randomToken } from '@rampart/platform/crypto/tokens.ts'
import type { IdentityDeps } from '../deps.ts'
import { after, EXTERNAL_SIGN_IN_MS } from '../domain/lifetimes.ts'
import type { Audience } from '../domain/roles.ts'
import { type ExternalPurpose, insertExternalSignIn } from '../store/external-sign-ins.ts'
import type { Provider } from './providers.ts'

export const SECRETS_KEY = 'identity:external-sign-in'

type Journey = { readonly use: ExternalPurpose; readonly audience: Audience; readonly next: string }

/**
 * Where to send a browser so that it comes back with a code for us. State, nonce and code verifier are new for each;
 * the way back is good once, for ten minutes, in the same browser.
 * @throws when the provider cannot be reached
 */
export async function sendBrowser(
  deps: IdentityDeps,
  provider: Provider,
  { use, audience, next }: Journey,
  { device_token, now }: Pick<CallContext, 'device_token'> & { readonly now: () => Date },
): Promise<string> {
  if (device_token === null) throw new Error('The operation does not ask for the device.')
  const configuration = await provider.configuration(now())
  const [state, nonce, verifier] = [randomToken(), randomToken(), oidc.randomPKCECodeVerifier()]
  const state_hash = hashToken(state)
  await insertExternalSignIn(
    deps.db,
    {
      state_hash,
      provider: provider.id,
      device_hash: hashToken(device_token),
      use,
      audience,
      secrets: seal(
        deps.keys.derive(SECRETS_KEY),
        Buffer.from(JSON.stringify({ nonce, verifier })),
        state_hash.toString('hex'),
      ),
      next,
      expires_at: after(now(), EXTERNAL_SIGN_IN_MS),
    },
    now(),
  )
  return oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: provider.redirectUri,
    scope: 'openid email profile',
    response_type: 'code',
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }).href
}
