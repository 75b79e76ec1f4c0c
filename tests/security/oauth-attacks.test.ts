import type * as oidc from 'openid-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtApp } from '../../apps/server/pages/built-app.ts'
import {
  type Account,
  type InProcessShop,
  openInProcessShop,
  PUBLIC_URL,
} from '../support/in-process-shop.ts'
import {
  CALLBACK,
  type OauthBrowser,
  openOauthBrowser,
  type Registered,
  registerApp,
} from '../support/oauth-browser.ts'
import { comeBack, outsideApp, startSignIn, tokensFor } from '../support/outside-app.ts'

let shop: InProcessShop
let customer: Account
let browser: OauthBrowser
let registered: Registered
let app: oidc.Configuration

beforeAll(async () => {
  shop = await openInProcessShop()
  customer = await shop.account('customer')
  browser = openOauthBrowser(shop)
  await browser.signIn(customer)
  registered = await registerApp(shop)
  app = await outsideApp(shop, registered)
})
afterAll(() => shop.close())

/** Where an authorization request leads whose fields were tampered with; null removes one. */
async function tampered(fields: Readonly<Record<string, string | null>>): Promise<string> {
  const address = new URL((await startSignIn(app)).address)
  for (const [name, value] of Object.entries(fields)) {
    if (value === null) address.searchParams.delete(name)
    else address.searchParams.set(name, value)
  }
  return browser.follow(address.href)
}

const errorOf = (address: string) => new URL(address).searchParams.get('error')
const ordersWith = async (token: string) => (await shop.send('GET', '/orders', { token })).status

/** Sends a form to an endpoint of the protocol, as the app unless told otherwise. */
async function form(
  path: string,
  fields: Readonly<Record<string, string>>,
  as: Registered | null = registered,
) {
  const answer = await shop.app.inject({
    method: 'POST',
    url: path,
    payload: new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(as?.client_secret == null
        ? {}
        : {
            authorization: `Basic ${Buffer.from(`${as.client_id}:${as.client_secret}`).toString('base64')}`,
          }),
    },
  })
  return { status: answer.statusCode, body: JSON.parse(answer.payload || '{}') as Record<string, string> }
}

/** A code with all that is needed to change it for tokens. */
async function freshCode(config = app, fields: Readonly<Record<string, string>> = {}) {
  const started = await startSignIn(config, fields)
  const back = new URL(await comeBack(browser, started))
  return {
    grant_type: 'authorization_code',
    code: back.searchParams.get('code') ?? '',
    redirect_uri: fields['redirect_uri'] ?? CALLBACK,
    code_verifier: started.checks.pkceCodeVerifier,
  }
}

describe('an address that is not registered', () => {
  test.each([
    'https://app.example/callback/',
    'https://app.example/callback?x=1',
    'https://app.example/callback#x',
    'https://app.example/callback/../evil',
    'https://app.example/Callback',
    'https://app.example:444/callback',
    'http://app.example/callback',
    'https://app.example.evil.example/callback',
    'https://evil.example/callback',
    'https://app.example@evil.example/callback',
    'https://app.example%2eevil.example/callback',
    'https://app.example\\@evil.example/callback',
    '//app.example/callback',
    'javascript:alert(1)//app.example/callback',
    ' https://app.example/callback',
    'http://127.0.0.1/callback',
    '',
  ])('%j is no way out', async (redirect_uri) => {
    const place = new URL(await tampered({ redirect_uri }))
    expect(place.origin + place.pathname).toBe(`${PUBLIC_URL}/oauth/error`)
    expect(place.href).not.toContain('evil')
  })

  test('not even when another field is wrong as well', async () => {
    for (const field of [{ response_type: 'token' }, { scope: 'nonsense' }, { code_challenge: 'x' }]) {
      const place = new URL(await tampered({ redirect_uri: 'https://evil.example/', ...field }))
      expect(place.origin).toBe(PUBLIC_URL)
    }
  })

  test('two of them are none', async () => {
    const address = new URL((await startSignIn(app)).address)
    address.searchParams.append('redirect_uri', 'https://evil.example/')
    expect(new URL(await browser.follow(address.href)).origin).toBe(PUBLIC_URL)
  })
})

describe('requests that weaken the protocol', () => {
  test('no PKCE, and plain PKCE', async () => {
    expect(errorOf(await tampered({ code_challenge: null, code_challenge_method: null }))).toBe(
      'invalid_request',
    )
    expect(errorOf(await tampered({ code_challenge_method: 'plain' }))).toBe('invalid_request')
    expect(errorOf(await tampered({ code_challenge_method: null }))).toBe('invalid_request')
  })

  test.each(['token', 'id_token', 'id_token token', 'code token', 'code id_token', 'none'])(
    'response_type %s',
    async (response_type) => {
      const place = await tampered({ response_type })
      expect(place).not.toMatch(/access_token|id_token=/)
      expect(place).toMatch(/error|\/oauth\/error/)
    },
  )

  test.each(['form_post', 'fragment', 'web_message', 'query.jwt'])(
    'response_mode %s',
    async (response_mode) => {
      const place = new URL(await tampered({ response_mode }))
      expect(place.pathname).toBe('/oauth/error')
    },
  )

  test('request objects, by value, by reference and unsigned', async () => {
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{}').toString('base64url')}.`
    expect(errorOf(await tampered({ request: none }))).toBe('request_not_supported')
    expect(errorOf(await tampered({ request_uri: 'https://evil.example/request' }))).toBe(
      'request_uri_not_supported',
    )
  })

  test('scopes that the app was not given, and scopes that nobody has', async () => {
    const modest = await outsideApp(shop, await registerApp(shop, { scopes: ['openid', 'shop:read'] }))
    for (const scope of ['openid shop:orders', 'openid email', 'openid shop:read shop:orders']) {
      const place = await browser.follow((await startSignIn(modest, { scope })).address)
      expect(errorOf(place)).toBe('invalid_scope')
    }
    const { access_token: token, ...rest } = await tokensFor(modest, browser, {
      scope: 'openid shop:read shop:admin identity:* offline_access',
    })
    expect(rest.refresh_token).toBeUndefined()
    expect((await shop.send('POST', '/cart/items', { token, body: {} })).status).toBe(403)
  })

  test('methods that nobody asked for', async () => {
    const password = { grant_type: 'password', username: customer.email, password: customer.password }
    expect((await form('/oauth/token', password)).body['error']).toBe('unsupported_grant_type')
    expect((await form('/oauth/token', { grant_type: 'client_credentials' })).body['error']).toBe(
      'unsupported_grant_type',
    )
    for (const path of [
      '/oauth/reg',
      '/oauth/register',
      '/reg',
      '/oauth/token/introspection',
      '/oauth/request',
    ]) {
      const sent = await shop.send('POST', `/${path}`, { body: { redirect_uris: ['https://evil.example/'] } })
      expect(sent.status).toBeGreaterThanOrEqual(400)
    }
  })
})

describe('codes', () => {
  test('one of fifty exchanges at once wins at most, and the replay ends its tokens', async () => {
    const code = await freshCode()
    const answers = await Promise.all(Array.from({ length: 50 }, () => form('/oauth/token', code)))
    const won = answers.filter((answer) => answer.status === 200)
    expect(won.length).toBeLessThanOrEqual(1)
    for (const answer of answers.filter((each) => each.status !== 200)) {
      expect(answer.body['error']).toBe('invalid_grant')
    }
    for (const { body } of won) {
      expect(await ordersWith(body['access_token'] ?? '')).toBe(401)
      const refresh = { grant_type: 'refresh_token', refresh_token: body['refresh_token'] ?? '' }
      expect((await form('/oauth/token', refresh)).body['error']).toBe('invalid_grant')
    }
  })

  test('a second exchange fails and ends what the first one gave', async () => {
    const code = await freshCode()
    const first = await form('/oauth/token', code)
    expect(first.status).toBe(200)
    expect(await ordersWith(first.body['access_token'] ?? '')).toBe(200)
    expect((await form('/oauth/token', code)).body['error']).toBe('invalid_grant')
    expect(await ordersWith(first.body['access_token'] ?? '')).toBe(401)
    const { rows } = await shop.db.pool.query(
      `SELECT 1 FROM platform_events.events WHERE payload->>'action' = 'authn_token_reuse' AND payload->>'subject_id' = $1`,
      [customer.id],
    )
    expect(rows.length).toBeGreaterThan(0)
  })

  test('the code of another app, and a code without its verifier', async () => {
    const other = await registerApp(shop)
    const code = await freshCode()
    expect((await form('/oauth/token', code, other)).body['error']).toBe('invalid_grant')
    expect((await form('/oauth/token', { ...code, code_verifier: 'x'.repeat(43) })).body['error']).toBe(
      'invalid_grant',
    )
    const { code_verifier: _left, ...without } = code
    expect((await form('/oauth/token', without)).body['error']).toBe('invalid_grant')
    expect(
      (await form('/oauth/token', { ...code, redirect_uri: 'https://evil.example/' })).body['error'],
    ).toBe('invalid_grant')
    expect((await form('/oauth/token', code)).status).toBe(200)
  })

  test('a wrong secret, no secret, and the secret of before', async () => {
    const code = await freshCode()
    const wrong = { ...registered, client_secret: 'x'.repeat(43) }
    expect((await form('/oauth/token', code, wrong)).status).toBe(401)
    const none = await form('/oauth/token', { ...code, client_id: registered.client_id }, null)
    expect(none.status).toBe(401)
    expect((await form('/oauth/token', code)).status).toBe(200)
  })
})

describe('refresh tokens', () => {
  const refreshOf = (refresh_token: string | undefined) => ({
    grant_type: 'refresh_token',
    refresh_token: refresh_token ?? '',
  })

  test('used twice, end the grant with everything that came of it', async () => {
    const tokens = await tokensFor(app, browser)
    const second = await form('/oauth/token', refreshOf(tokens.refresh_token))
    expect(second.status).toBe(200)
    expect((await form('/oauth/token', refreshOf(tokens.refresh_token))).body['error']).toBe('invalid_grant')
    expect(await ordersWith(second.body['access_token'] ?? '')).toBe(401)
    expect((await form('/oauth/token', refreshOf(second.body['refresh_token']))).body['error']).toBe(
      'invalid_grant',
    )
  })

  test('used fifty times at once, serve once at most and end the grant', async () => {
    const tokens = await tokensFor(app, browser)
    const request = refreshOf(tokens.refresh_token)
    const answers = await Promise.all(Array.from({ length: 50 }, () => form('/oauth/token', request)))
    const won = answers.filter((answer) => answer.status === 200)
    expect(won.length).toBeLessThanOrEqual(1)
    for (const { body } of won) expect(await ordersWith(body['access_token'] ?? '')).toBe(401)
  })

  test('of another app, or with more scopes than were given, serve nobody', async () => {
    const tokens = await tokensFor(app, browser, { scope: 'openid offline_access shop:read' })
    const other = await registerApp(shop)
    expect((await form('/oauth/token', refreshOf(tokens.refresh_token), other)).body['error']).toBe(
      'invalid_grant',
    )
    const more = { ...refreshOf(tokens.refresh_token), scope: 'openid shop:read shop:orders' }
    expect((await form('/oauth/token', more)).body['error']).toBe('invalid_scope')
    expect((await form('/oauth/token', refreshOf(tokens.refresh_token))).status).toBe(200)
  })
})

describe('tokens of one kind in the place of another', () => {
  test('an ID token, a refresh token and a code open nothing in the API', async () => {
    const tokens = await tokensFor(app, browser)
    expect(await ordersWith(tokens.id_token ?? '')).toBe(401)
    expect(await ordersWith(tokens.refresh_token ?? '')).toBe(401)
    expect(await ordersWith((await freshCode()).code)).toBe(401)
  })

  test('an ID token without a signature opens nothing, and is no hint', async () => {
    const tokens = await tokensFor(app, browser)
    const [, payload = ''] = (tokens.id_token ?? '').split('.')
    const forged = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`
    expect(await ordersWith(forged)).toBe(401)
    const address = `/oauth/logout?id_token_hint=${forged}&post_logout_redirect_uri=https%3A%2F%2Fapp.example%2Fbye`
    expect(new URL(await browser.follow(address)).pathname).toBe('/oauth/error')
  })

  test('tokens and sessions of the shop or the staff open no endpoint of the protocol', async () => {
    const address = app.serverMetadata().userinfo_endpoint ?? ''
    for (const token of [customer.token, 'x'.repeat(43)]) {
      const sent = await shop.send('GET', `/${new URL(address).pathname}`, { token })
      expect(sent.status).toBe(401)
    }
    const refreshed = await form('/oauth/token', {
      grant_type: 'refresh_token',
      refresh_token: customer.token,
    })
    expect(refreshed.body['error']).toBe('invalid_grant')
  })
})

describe('signing out', () => {
  test.each([
    'https://evil.example/',
    'https://app.example/bye/',
    'https://app.example/bye?x=1',
    '//evil.example',
  ])('leads nowhere that is not registered: %s', async (target) => {
    const { id_token } = await tokensFor(app, browser)
    const query = new URLSearchParams({ id_token_hint: id_token ?? '', post_logout_redirect_uri: target })
    const place = new URL(await browser.follow(`/oauth/logout?${query.toString()}`))
    expect(place.origin + place.pathname).toBe(`${PUBLIC_URL}/oauth/error`)
  })

  test('leads nowhere when no app asks, and a ticket that was changed is none', async () => {
    const place = new URL(
      await browser.follow('/oauth/logout?post_logout_redirect_uri=https://evil.example/'),
    )
    expect(place.origin + place.pathname).toBe(`${PUBLIC_URL}/oauth/sign-out`)
    const ticket = place.searchParams.get('ticket') ?? ''
    const body = Buffer.from(ticket.split('.')[0] ?? '', 'base64url').toString()
    expect(JSON.parse(body)).toMatchObject({ location: null })
    const forged = Buffer.from(
      body.replace('"location":null', '"location":"https://evil.example/"'),
    ).toString('base64url')
    const read = await browser.visit(`/api/v1/oauth/sign-outs/${forged}.${ticket.split('.')[1] ?? ''}`)
    expect(read.status).toBe(404)
  })
})

describe('consent that the customer did not give', () => {
  const requestOf = (page: string) => new URL(page).searchParams.get('request') ?? ''

  test('from another site, and without any sign of where it comes from', async () => {
    const request = requestOf(await browser.follow((await startSignIn(app)).address))
    const evil = { origin: 'https://evil.example' }
    expect((await browser.post(`/oauth/consents/${request}`, { decision: 'allow' }, evil)).status).toBe(403)
    const cross = { 'sec-fetch-site': 'cross-site' }
    expect((await browser.post(`/oauth/consents/${request}`, { decision: 'allow' }, cross)).status).toBe(403)
  })

  test.skipIf(builtApp('storefront', 'server') === null)(
    'by a form without the token of the shop',
    async () => {
      const page = await browser.follow((await startSignIn(app)).address)
      const request = requestOf(page)
      const { payload } = await shop.app.inject({ method: 'GET', url: '/' })
      const foreign = /name="_csrf" value="([^"]+)"/.exec(payload)?.[1] ?? ''
      for (const token of ['', 'x'.repeat(43), foreign]) {
        const fields = new URLSearchParams({ _csrf: token, request, decision: 'allow' }).toString()
        const sent = await browser.postForm('/oauth/consent', fields)
        expect(sent.status).toBe(403)
      }
      expect((await browser.visit(`/api/v1/oauth/consents/${request}`)).status).toBe(200)
    },
  )

  test("by another customer, and with another customer's browser", async () => {
    const mallory = await shop.account('customer')
    const hers = openOauthBrowser(shop)
    await hers.signIn(mallory)
    const request = requestOf(await browser.follow((await startSignIn(app)).address))
    expect((await hers.post(`/oauth/consents/${request}`, { decision: 'allow' })).status).toBe(404)
    expect((await hers.visit(`/api/v1/oauth/consents/${request}`)).status).toBe(404)
    const place = new URL(await hers.follow(`/oauth/interaction/${request}`))
    expect(place.pathname).toBe('/oauth/error')
  })

  test('decided once, it cannot be decided again', async () => {
    const request = requestOf(await browser.follow((await startSignIn(app)).address))
    expect((await browser.post(`/oauth/consents/${request}`, { decision: 'deny' })).status).toBe(200)
    expect((await browser.post(`/oauth/consents/${request}`, { decision: 'allow' })).status).toBe(404)
    expect(errorOf(await browser.follow(`/oauth/interaction/${request}`))).toBe('access_denied')
  })

  test('after signing out in between, it is worth nothing', async () => {
    const visitor = openOauthBrowser(shop)
    await visitor.signIn(customer)
    const request = requestOf(await visitor.follow((await startSignIn(app)).address))
    await visitor.post(`/oauth/consents/${request}`, { decision: 'allow' })
    await visitor.post('/auth/logout', {})
    expect(new URL(await visitor.follow(`/oauth/interaction/${request}`)).pathname).toBe('/sign-in')
  })
})
