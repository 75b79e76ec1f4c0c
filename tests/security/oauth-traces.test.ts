import { afterAll, beforeAll, expect, test } from 'vitest'
import { type InProcessShop, openInProcessShop, PUBLIC_URL } from '../support/in-process-shop.ts'
import { openOauthBrowser, registerApp } from '../support/oauth-browser.ts'
import { outsideApp, startSignIn, tokensFor } from '../support/outside-app.ts'

let shop: InProcessShop

beforeAll(async () => {
  shop = await openInProcessShop()
})
afterAll(() => shop.close())

test('no code, token, secret or private key stands readable in the database or the log', async () => {
  const registered = await registerApp(shop)
  const browser = openOauthBrowser(shop)
  await browser.signIn(await shop.account('customer'))
  const app = await outsideApp(shop, registered)
  const tokens = await tokensFor(app, browser)
  const tables = ['clients', 'grants', 'artefacts', 'consents', 'signing_keys']
  const dumps = await Promise.all(
    tables.map((table) => shop.db.pool.query(`SELECT t::text AS line FROM oauth.${table} t`)),
  )
  const kept = dumps.flatMap(({ rows }) => (rows as { line: string }[]).map((row) => row.line)).join('\n')
  for (const text of [kept, shop.logged()]) {
    for (const secret of [tokens.access_token, tokens.refresh_token, registered.client_secret, '"d":']) {
      expect(text).not.toContain(secret ?? 'nothing')
    }
  }
})

test('errors tell programs little and people nothing of what was sent', async () => {
  const answer = await shop.app.inject({
    method: 'POST',
    url: '/oauth/token',
    payload: 'grant_type=authorization_code&code=%3Cscript%3E',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
  })
  expect(answer.headers['content-type']).toMatch('application/json')
  expect(answer.payload).not.toContain('<script>')
  const app = await outsideApp(shop, await registerApp(shop))
  const address = new URL((await startSignIn(app)).address)
  address.searchParams.set('client_id', '<script>alert(1)</script>')
  const page = await openOauthBrowser(shop).follow(address.href)
  expect(page).toBe(`${PUBLIC_URL}/oauth/error?code=invalid_client`)
})

test('every answer carries the headers of the shop', async () => {
  for (const url of [
    '/.well-known/openid-configuration',
    '/oauth/jwks',
    '/oauth/authorize',
    '/oauth/userinfo',
  ]) {
    const { headers } = await shop.app.inject({ method: 'GET', url })
    expect(headers['content-security-policy']).toMatch("default-src 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['x-request-id']).toBeDefined()
  }
})
