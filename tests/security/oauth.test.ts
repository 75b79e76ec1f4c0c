import * as oidc from 'openid-client'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Account,
  type InProcessShop,
  openInProcessShop,
  PUBLIC_URL,
} from '../support/in-process-shop.ts'
import { decide, type OauthBrowser, openOauthBrowser, registerApp } from '../support/oauth-browser.ts'
import { comeBack, outsideApp, startSignIn, tokensFor } from '../support/outside-app.ts'

let shop: InProcessShop
let customer: Account
let browser: OauthBrowser
let app: oidc.Configuration

beforeAll(async () => {
  shop = await openInProcessShop()
  customer = await shop.account('customer')
  browser = openOauthBrowser(shop)
  await browser.signIn(customer)
  app = await outsideApp(shop, await registerApp(shop))
})
afterAll(() => shop.close())

const status = async (path: string, token: string) => (await shop.send('GET', path, { token })).status
const errorOf = (address: string) => new URL(address).searchParams.get('error')
const failure = (running: Promise<unknown>) =>
  running.then(
    () => 'nothing',
    (error: unknown) => (error as { error?: string }).error ?? String(error),
  )

test('the discovery document names the public address alone, whatever the Host header says', () => {
  const metadata = app.serverMetadata()
  expect(metadata.issuer).toBe(PUBLIC_URL)
  const endpoints = [
    metadata.authorization_endpoint,
    metadata.token_endpoint,
    metadata.userinfo_endpoint,
    metadata.jwks_uri,
    metadata.revocation_endpoint,
    metadata.end_session_endpoint,
  ]
  for (const endpoint of endpoints) expect(endpoint).toMatch(`${PUBLIC_URL}/oauth/`)
  expect(metadata.registration_endpoint).toBeUndefined()
  expect(metadata.response_types_supported).toEqual(['code'])
  expect(metadata['response_modes_supported']).toEqual(['query'])
  expect(metadata.code_challenge_methods_supported).toEqual(['S256'])
  expect(metadata.id_token_signing_alg_values_supported).toEqual(['RS256', 'EdDSA'])
})

test('the keys of ID tokens stand in both key sets, and nothing private does', async () => {
  const own = (await shop.send('GET', '///oauth/jwks'.slice(1))).body as unknown as {
    keys: { kid: string }[]
  }
  const all = (await shop.send('GET', '//.well-known/jwks.json')).body as unknown as {
    keys: { kid: string }[]
  }
  expect(own.keys).toHaveLength(2)
  expect(all.keys.map((key) => key.kid)).toEqual(expect.arrayContaining(own.keys.map((key) => key.kid)))
  for (const key of all.keys) {
    for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi']) expect(key).not.toHaveProperty(secret)
  }
})

test('an outside app signs a customer in, and reads and orders what it was allowed', async () => {
  const tokens = await tokensFor(app, browser)
  expect(tokens.claims()?.sub).toBe(customer.id)
  expect(tokens.claims()?.iss).toBe(PUBLIC_URL)
  const info = await oidc.fetchUserInfo(app, tokens.access_token, customer.id)
  expect(info).toMatchObject({ email: customer.email, email_verified: true, name: 'Ada Marlow' })
  const token = tokens.access_token
  expect((await shop.send('GET', '/auth/me', { token })).body).toMatchObject({ id: customer.id })
  expect(await status('/orders', token)).toBe(200)
  expect(await status('/cart', token)).toBe(200)
})

test('an app without a secret signs in by PKCE alone', async () => {
  const mobile = await outsideApp(
    shop,
    await registerApp(shop, { kind: 'native', redirect_uris: ['com.example.app:/callback'] }),
  )
  const tokens = await tokensFor(mobile, browser, { redirect_uri: 'com.example.app:/callback' })
  expect(tokens.claims()?.sub).toBe(customer.id)
})

test('an app on this machine may come back to any port, as RFC 8252 has it', async () => {
  const desktop = await outsideApp(
    shop,
    await registerApp(shop, { kind: 'native', redirect_uris: ['http://127.0.0.1/callback'] }),
  )
  const back = await comeBack(
    browser,
    await startSignIn(desktop, { redirect_uri: 'http://127.0.0.1:49152/callback' }),
  )
  expect(back).toMatch('http://127.0.0.1:49152/callback?code=')
})

describe('an access token opens what its scopes say and nothing else', () => {
  test('reading does not order', async () => {
    const { access_token: token } = await tokensFor(app, browser, { scope: 'openid shop:read' })
    expect(await status('/orders', token)).toBe(200)
    const add = await shop.send('POST', '/cart/items', {
      token,
      body: { product_id: customer.id, quantity: 1 },
    })
    expect(add.status).toBe(403)
  })

  test('signing in does not read', async () => {
    const { access_token: token } = await tokensFor(app, browser, { scope: 'openid email' })
    for (const path of ['/orders', '/cart', '/addresses', '/auth/me'])
      expect(await status(path, token)).toBe(403)
  })

  test('no app changes the account, ends its sessions or decides about apps', async () => {
    const { access_token: token } = await tokensFor(app, browser)
    const attempts = [
      ['PATCH', '/auth/me', { full_name: 'Eve' }],
      ['POST', '/auth/logout-all', {}],
      ['POST', '/auth/logout', {}],
      ['GET', '/oauth/apps', undefined],
      ['POST', `/oauth/consents/${'x'.repeat(21)}`, { decision: 'allow' }],
    ] as const
    for (const [method, path, body] of attempts) {
      const sent = await shop.send(method, path, { token, ...(body === undefined ? {} : { body }) })
      expect([path, sent.status]).toEqual([path, 403])
    }
  })

  test('it opens no page and no door of the staff', async () => {
    const { access_token: token } = await tokensFor(app, browser)
    const clients = await shop.send('GET', '/oauth/clients', { token })
    expect(clients.status).toBe(403)
    const asCookie = await shop.send('GET', '/auth/me', { cookie: `rampart_shop=${token}` })
    expect(asCookie.status).toBe(401)
  })
})

describe('who is signed in', () => {
  test('without a session the way leads over sign-in and back', async () => {
    const stranger = openOauthBrowser(shop)
    const started = await startSignIn(app)
    const page = new URL(await stranger.follow(started.address))
    expect(page.pathname).toBe('/sign-in')
    expect(page.searchParams.get('next')).toMatch(/^\/oauth\/interaction\//)
    await stranger.signIn(customer)
    const consent = await stranger.follow(page.searchParams.get('next') ?? '')
    expect(consent).toMatch('/oauth/consent?request=')
    const back = await decide(stranger, consent)
    const tokens = await oidc.authorizationCodeGrant(app, new URL(back), started.checks)
    expect(tokens.claims()?.sub).toBe(customer.id)
  })

  test('nobody is signed in silently once the session of the shop has ended', async () => {
    const visitor = openOauthBrowser(shop)
    await visitor.signIn(customer)
    await tokensFor(app, visitor)
    const silent = async () =>
      visitor.follow((await startSignIn(app, { prompt: 'none', scope: 'openid' })).address)
    expect(errorOf(await silent())).toBeNull()
    await visitor.post('/auth/logout', {})
    expect(errorOf(await silent())).toBe('login_required')
  })

  test('another customer of the same browser is another one for the app', async () => {
    const visitor = openOauthBrowser(shop)
    const second = await shop.account('customer')
    await visitor.signIn(customer)
    await tokensFor(app, visitor)
    await visitor.post('/auth/logout', {})
    await visitor.signIn(second)
    expect((await tokensFor(app, visitor)).claims()?.sub).toBe(second.id)
  })

  test('prompt=login and max_age want a proof that is as young as the app says', async () => {
    const visitor = openOauthBrowser(shop)
    await visitor.signIn(customer)
    await sleep(1_100)
    const started = await startSignIn(app, { prompt: 'login', scope: 'openid' })
    const page = new URL(await visitor.follow(started.address))
    expect(page.pathname).toBe('/oauth/again')
    const next = page.searchParams.get('next') ?? ''
    expect(new URL(await visitor.follow(next)).pathname).toBe('/oauth/again')
    const proof = await visitor.post('/auth/step-up', { password: customer.password })
    expect(proof.status).toBe(200)
    expect(await visitor.follow(next)).toMatch('code=')
    await sleep(1_100)
    const aged = await startSignIn(app, { prompt: 'none', max_age: '0', scope: 'openid' })
    expect(errorOf(await visitor.follow(aged.address))).toBe('login_required')
  })
})

describe('consent', () => {
  test('is asked for once, and again for more', async () => {
    const fresh = await shop.account('customer')
    const visitor = openOauthBrowser(shop)
    await visitor.signIn(fresh)
    const ask = async (scope: string, prompt?: string) => {
      const { prompt: usual, ...fields } = { prompt, scope }
      const started = await startSignIn(app, { ...fields, ...(usual === undefined ? {} : { prompt: usual }) })
      const address = new URL(started.address)
      if (prompt === undefined) address.searchParams.delete('prompt')
      return visitor.follow(address.href)
    }
    const first = await ask('openid shop:read')
    expect(first).toMatch('/oauth/consent')
    await decide(visitor, first)
    expect(await ask('openid shop:read')).toMatch('code=')
    expect(await ask('openid shop:read shop:orders')).toMatch('/oauth/consent')
    expect(await ask('openid shop:read', 'consent')).toMatch('/oauth/consent')
    expect(errorOf(await ask('openid email', 'none'))).toBe('consent_required')
  })

  test('says who asks for what and where it leads', async () => {
    const page = await browser.follow((await startSignIn(app)).address)
    const id = new URL(page).searchParams.get('request') ?? ''
    const facts = await browser.visit(`/api/v1/oauth/consents/${id}`)
    expect(facts.body).toEqual({
      client_name: 'Bulk Buyer',
      client_kind: 'web',
      scopes: ['openid', 'profile', 'email', 'offline_access', 'shop:read', 'shop:orders'],
      redirect_host: 'app.example',
      redirect_source: 'https://app.example',
    })
  })

  test('refused, sends the app away with access_denied', async () => {
    const started = await startSignIn(app)
    const back = await decide(browser, await browser.follow(started.address), 'deny')
    expect(errorOf(back)).toBe('access_denied')
    expect(new URL(back).searchParams.get('state')).toBe(started.checks.expectedState)
  })
})

describe('what a customer takes back', () => {
  test('a disconnected app is refused at its next request, and its refresh token is worthless', async () => {
    const tokens = await tokensFor(app, browser)
    expect(await status('/orders', tokens.access_token)).toBe(200)
    const { items } = (await browser.visit('/api/v1/oauth/apps')).body as unknown as {
      items: { app_id: string; name: string }[]
    }
    for (const { app_id } of items) {
      const gone = await shop.send('DELETE', `/oauth/apps/${app_id}`, { token: await shop.signIn(customer) })
      expect(gone.status).toBe(204)
    }
    expect(await status('/orders', tokens.access_token)).toBe(401)
    expect(await failure(oidc.refreshTokenGrant(app, tokens.refresh_token ?? ''))).toBe('invalid_grant')
    await expect(oidc.fetchUserInfo(app, tokens.access_token, customer.id)).rejects.toThrow()
  })

  test('nobody disconnects the apps of others', async () => {
    await tokensFor(app, browser)
    const { items } = (await browser.visit('/api/v1/oauth/apps')).body as unknown as {
      items: { app_id: string }[]
    }
    const other = await shop.account('customer')
    const sent = await shop.send('DELETE', `/oauth/apps/${items[0]?.app_id ?? ''}`, { token: other.token })
    expect(sent.status).toBe(404)
  })

  test('an app ends its own tokens by revocation', async () => {
    const tokens = await tokensFor(app, browser)
    await oidc.tokenRevocation(app, tokens.access_token)
    expect(await status('/orders', tokens.access_token)).toBe(401)
    const others = await tokensFor(app, browser)
    await oidc.tokenRevocation(app, others.refresh_token ?? '')
    expect(await failure(oidc.refreshTokenGrant(app, others.refresh_token ?? ''))).toBe('invalid_grant')
    expect(await status('/orders', others.access_token)).toBe(401)
  })

  test('a locked account is nobody for apps at once', async () => {
    const locked = await shop.account('customer')
    const visitor = openOauthBrowser(shop)
    await visitor.signIn(locked)
    const tokens = await tokensFor(app, visitor)
    expect(await status('/orders', tokens.access_token)).toBe(200)
    await shop.db.pool.query(
      `UPDATE identity.accounts SET locked_at = now(), lock_reason = 'staff' WHERE id = $1`,
      [locked.id],
    )
    expect(await status('/orders', tokens.access_token)).toBe(401)
    expect(await failure(oidc.refreshTokenGrant(app, tokens.refresh_token ?? ''))).toBe('invalid_grant')
  })
})

test('refresh tokens rotate, and stay valid after signing out of the shop', async () => {
  const visitor = openOauthBrowser(shop)
  await visitor.signIn(customer)
  const tokens = await tokensFor(app, visitor)
  await visitor.post('/auth/logout', {})
  const second = await oidc.refreshTokenGrant(app, tokens.refresh_token ?? '')
  expect(second.refresh_token).not.toBe(tokens.refresh_token)
  expect(await status('/orders', second.access_token)).toBe(200)
})

test('an app gets a refresh token only with offline_access', async () => {
  const tokens = await tokensFor(app, browser, { scope: 'openid shop:read' })
  expect(tokens.refresh_token).toBeUndefined()
})

test('signing out for an app asks on a page of the shop, and leads back', async () => {
  const tokens = await tokensFor(app, browser)
  const address = oidc.buildEndSessionUrl(app, {
    id_token_hint: tokens.id_token ?? '',
    post_logout_redirect_uri: 'https://app.example/bye',
    state: 'abc',
  })
  const page = new URL(await browser.follow(address.href))
  expect(page.pathname).toBe('/oauth/sign-out')
  const ticket = page.searchParams.get('ticket') ?? ''
  const facts = await browser.visit(`/api/v1/oauth/sign-outs/${ticket}`)
  expect(facts.body).toEqual({
    client_name: 'Bulk Buyer',
    location: 'https://app.example/bye?state=abc',
    redirect_source: 'https://app.example',
  })
  const stranger = openOauthBrowser(shop)
  expect(await stranger.follow(address.href)).toBe('https://app.example/bye?state=abc')
})

test('what happened stands in the audit log, without secrets', async () => {
  const { rows } = await shop.db.pool.query<{ payload: { action: string } }>(
    `SELECT payload FROM platform_events.events WHERE payload->>'action' LIKE 'oauth.%' OR payload->>'action' LIKE 'authn_token%'`,
  )
  const actions = new Set(rows.map((row) => row.payload.action))
  for (const action of [
    'oauth.client-created',
    'oauth.consent-given',
    'oauth.consent-refused',
    'oauth.app-disconnected',
    'authn_token_created',
    'authn_token_revoked',
  ]) {
    expect(actions).toContain(action)
  }
})
