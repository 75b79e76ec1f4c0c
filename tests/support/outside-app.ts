import * as oidc from 'openid-client'
import { type InProcessShop, PUBLIC_URL } from './in-process-shop.ts'
import { decide, type OauthBrowser, CALLBACK, type Registered } from './oauth-browser.ts'

export type Tokens = Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>

// The tests speak plain HTTP with a shop in their own process.
// eslint-disable-next-line @typescript-eslint/no-deprecated
const plainHttp = oidc.allowInsecureRequests

/** An app outside, made with openid-client; its requests go straight to the shop in this process. */
export async function outsideApp(shop: InProcessShop, app: Registered): Promise<oidc.Configuration> {
  const secret = app.client_secret
  return oidc.discovery(
    new URL(PUBLIC_URL),
    app.client_id,
    undefined,
    secret === null ? oidc.None() : oidc.ClientSecretBasic(secret),
    { execute: [plainHttp], [oidc.customFetch]: fetchInto(shop) },
  )
}

/** What the app keeps while somebody signs in. */
export type Started = {
  readonly address: string
  readonly checks: {
    readonly pkceCodeVerifier: string
    readonly expectedState: string
    readonly expectedNonce: string
  }
}

/** Begins a sign-in. Fields given replace the usual ones. */
export async function startSignIn(
  config: oidc.Configuration,
  fields: Readonly<Record<string, string>> = {},
): Promise<Started> {
  const pkceCodeVerifier = oidc.randomPKCECodeVerifier()
  const [expectedState, expectedNonce] = [oidc.randomState(), oidc.randomNonce()]
  const address = oidc.buildAuthorizationUrl(config, {
    redirect_uri: CALLBACK,
    scope: 'openid profile email offline_access shop:read shop:orders',
    prompt: 'consent',
    code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: expectedState,
    nonce: expectedNonce,
    ...fields,
  })
  return { address: address.href, checks: { pkceCodeVerifier, expectedState, expectedNonce } }
}

/** The whole way: to the shop, consent where it is asked for, and back to the app. Answers where the app is called. */
export async function comeBack(browser: OauthBrowser, started: Started): Promise<string> {
  const place = await browser.follow(started.address)
  return place.startsWith(`${PUBLIC_URL}/oauth/consent?`) ? decide(browser, place) : place
}

/** Signs in and changes the code for tokens. */
export async function tokensFor(
  config: oidc.Configuration,
  browser: OauthBrowser,
  fields: Readonly<Record<string, string>> = {},
): Promise<Tokens> {
  const started = await startSignIn(config, fields)
  const back = await comeBack(browser, started)
  return oidc.authorizationCodeGrant(config, new URL(back), started.checks)
}

/** `fetch` that ends in this process. */
function fetchInto(shop: InProcessShop): oidc.CustomFetch {
  return async (address, options) => {
    const url = new URL(address)
    const answer = await shop.app.inject({
      method: options.method as 'GET',
      url: url.pathname + url.search,
      headers: { ...options.headers, host: 'an.internal.name:1' },
      ...(options.body === undefined || options.body === null
        ? {}
        : { payload: new URLSearchParams(options.body as URLSearchParams).toString() }),
    })
    const headers = new Headers()
    for (const [name, value] of Object.entries(answer.headers)) {
      if (value !== undefined) headers.set(name, String(value))
    }
    return new Response(answer.statusCode === 204 ? null : answer.rawPayload, {
      status: answer.statusCode,
      headers,
    })
  }
}
