import { randomUUID } from 'node:crypto'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nextCode } from '../support/authenticator.ts'
import { type InProcessShop, openInProcessShop } from '../support/in-process-shop.ts'
import { openOauthBrowser, type OauthBrowser } from '../support/oauth-browser.ts'
import { type OpenidProvider, openOpenidProvider } from '../support/openid-provider.ts'

let provider: OpenidProvider
let shop: InProcessShop
beforeAll(async () => {
  provider = await openOpenidProvider()
  shop = await openInProcessShop(provider.variables)
})
afterAll(async () => {
  await shop.close()
  await provider.close()
})

/** Signs in at the provider and comes back to the shop. Answers where the shop sends the browser then. */
async function signIn(browser: OauthBrowser, sub: string | null, query = ''): Promise<URL> {
  const start = await browser.visit(`/api/v1/auth/oidc/oidc/start${query}`)
  expect(start.status, start.text).toBe(303)
  return comeBack(browser, start.location ?? '', sub)
}

async function comeBack(browser: OauthBrowser, address: string, sub: string | null): Promise<URL> {
  const back = await browser.visit(await provider.visit(address, sub))
  expect(back.status, back.text).toBe(303)
  return new URL(back.location ?? '', 'http://shop.test')
}

const meOf = async (browser: OauthBrowser) => (await browser.visit('/api/v1/auth/me')).body
const person = (more: object = {}) => {
  const sub = randomUUID()
  const known = { sub, email: `${sub}@example.com`, email_verified: true, name: 'Ada Marlow', ...more }
  provider.know(known)
  return known
}
const post = async (browser: OauthBrowser, path: string, body: unknown = {}, staff = false) =>
  browser.post(path, body, staff ? { 'x-audience': 'staff' } : {})
const linked = async (account: string) =>
  (
    await shop.db.many<{ provider: string }>(
      sql`SELECT provider FROM identity.external_identities WHERE account_id = ${account}`,
    )
  ).map((row) => row.provider)
const audited = async (account: string) =>
  (
    await shop.db.many<{ action: string; after: { method?: string } }>(sql`
      SELECT payload ->> 'action' AS action, payload -> 'after' AS after FROM platform_events.events
      WHERE type = 'audit.entry-recorded.v1' AND payload ->> 'subject_id' = ${account} ORDER BY id`)
  ).map(({ action, after }) => [action, after?.method].filter((each) => each !== undefined).join(' '))

test('the providers are told by id and label, and nothing else', async () => {
  const { body } = await shop.send('GET', '/auth/oidc')
  expect(body).toEqual({ items: [{ id: 'oidc', label: 'Works account' }] })
})

test('a stranger with a verified address becomes a customer, and is the same one the next time', async () => {
  const ada = person({ locale: 'de-DE' })
  const browser = openOauthBrowser(shop)
  const back = await signIn(browser, ada.sub, '?next=/orders/7')
  expect(back.pathname + back.search).toBe('/sign-in/done?next=%2Forders%2F7')
  const me = await meOf(browser)
  expect(me).toMatchObject({ email: ada.email, full_name: 'Ada Marlow', role: 'customer', language: 'de' })

  // Without a password, signing in again is the only fresh proof.
  expect((await browser.visit('/api/v1/auth/step-up')).body).toMatchObject({ methods: [] })

  const other = openOauthBrowser(shop)
  provider.know({ ...ada, email: 'moved@example.com' })
  await signIn(other, ada.sub)
  expect(await meOf(other)).toMatchObject({ id: me['id'], email: ada.email })
  expect(await audited(me['id'] ?? '')).toEqual([
    'user_created',
    'authn_login_success external:oidc',
    'authn_login_success external:oidc',
  ])
})

test('the request for a code has PKCE, state and nonce, and our own way back', async () => {
  const start = await openOauthBrowser(shop).visit('/api/v1/auth/oidc/oidc/start')
  const fields = new URL(start.location ?? '').searchParams
  expect(fields.get('code_challenge_method')).toBe('S256')
  for (const name of ['state', 'nonce', 'code_challenge']) expect(fields.get(name)).toMatch(/^[\w-]{43}$/)
  expect(fields.get('redirect_uri')).toBe('http://shop.test/api/v1/auth/oidc/oidc/callback')
  expect(start.location).not.toContain(provider.variables['OIDC_CLIENT_SECRET'])
})

test('who turns back at the provider is told so, in our words', async () => {
  const back = await signIn(openOauthBrowser(shop), null)
  expect(back.pathname + back.search).toBe('/sign-in?problem=denied&next=%2Faccount')
})

test('an address that is not verified makes no account', async () => {
  for (const lie of [{ email_verified: false }, { email_verified: undefined }, { email: 'nonsense' }]) {
    const eve = person(lie)
    const browser = openOauthBrowser(shop)
    expect((await signIn(browser, eve.sub)).searchParams.get('problem')).toBe('unverified')
    expect((await browser.visit('/api/v1/auth/me')).status).toBe(401)
  }
})

test('where to go on to stays in the shop', async () => {
  for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', '/.//evil.example']) {
    const back = await signIn(openOauthBrowser(shop), person().sub, `?next=${encodeURIComponent(next)}`)
    expect(back.searchParams.get('next')).toBe('/account')
    expect(back.origin).toBe('http://shop.test')
  }
})

test('an account with the same address stays closed, until its owner signs in and says so', async () => {
  const ada = await shop.account('customer')
  const known = person({ email: ada.email.toUpperCase() })
  const browser = openOauthBrowser(shop)
  const back = await signIn(browser, known.sub)
  expect(back.searchParams.get('problem')).toBe('known')
  expect((await browser.visit('/api/v1/auth/me')).status).toBe(401)
  expect(await linked(ada.id)).toEqual([])

  // Neither another browser nor another account is offered it.
  const elsewhere = openOauthBrowser(shop)
  await elsewhere.signIn(ada)
  expect((await elsewhere.visit('/api/v1/auth/identities')).body['offer']).toBeNull()
  const bob = await shop.account('customer')
  await browser.signIn(bob)
  expect((await browser.visit('/api/v1/auth/identities')).body['offer']).toBeNull()

  await browser.signIn(ada)
  const offer = (await browser.visit('/api/v1/auth/identities')).body['offer'] as unknown as { id: string }
  expect(offer).toMatchObject({ provider: 'oidc', label: 'Works account' })
  expect((await post(elsewhere, '/auth/identities', { offer_id: offer.id })).status).toBe(404)
  const accepted = await Promise.all(
    Array.from({ length: 10 }, () => post(browser, '/auth/identities', { offer_id: offer.id })),
  )
  expect(accepted.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 404)])
  expect(await linked(ada.id)).toEqual(['oidc'])
  expect((await audited(ada.id)).at(-1)).toBe('authn_external_linked')

  const later = openOauthBrowser(shop)
  await signIn(later, known.sub)
  expect(await meOf(later)).toMatchObject({ id: ada.id })
})

test('a sign-in is connected from the security page, asks for the second factor, and is disconnected', async () => {
  const ada = await shop.account('customer')
  const known = person()
  const browser = openOauthBrowser(shop)
  await browser.signIn(ada)
  const start = await post(browser, '/auth/oidc/oidc/link')
  expect(start.status, start.text).toBe(200)
  const back = await comeBack(browser, String(start.body['location']), known.sub)
  expect(back.pathname + back.search).toBe('/account/security?connected=oidc')
  expect(await linked(ada.id)).toEqual(['oidc'])

  // It cannot be connected to somebody else's account as well.
  const bob = openOauthBrowser(shop)
  const other = await shop.account('customer')
  await bob.signIn(other)
  const again = await post(bob, '/auth/oidc/oidc/link')
  const refused = await comeBack(bob, String(again.body['location']), known.sub)
  expect(refused.searchParams.get('problem')).toBe('taken')
  expect(await linked(other.id)).toEqual([])

  const { secret } = (await shop.runtime.assembly.linkTo('identity')({
    operation: 'enrolTotp',
    input: { account_id: ada.id },
    context: { ...(await cliContext()) },
  })) as { secret: string }
  const later = openOauthBrowser(shop)
  const step = await signIn(later, known.sub)
  expect(step.pathname).toBe('/sign-in/external')
  expect((await later.visit('/api/v1/auth/me')).status).toBe(401)
  const finished = await post(later, '/auth/mfa/verify', {
    mfa_token: step.searchParams.get('mfa_token'),
    code: await nextCode(secret),
  })
  expect(finished.status, finished.text).toBe(200)
  expect(await meOf(later)).toMatchObject({ id: ada.id })
  expect((await audited(ada.id)).at(-1)).toBe('authn_login_success external:oidc+totp')

  const { items } = (await later.visit('/api/v1/auth/identities')).body as unknown as {
    items: { id: string }[]
  }
  expect(items).toHaveLength(1)
  expect(await remove(later, items[0]?.id ?? '')).toBe(204)
  expect(await linked(ada.id)).toEqual([])
  expect((await signIn(openOauthBrowser(shop), known.sub)).searchParams.get('problem')).toBeNull()
})

test('the only way into an account cannot be disconnected', async () => {
  const browser = openOauthBrowser(shop)
  await signIn(browser, person().sub)
  const { items } = (await browser.visit('/api/v1/auth/identities')).body as unknown as {
    items: { id: string }[]
  }
  expect(await remove(browser, items[0]?.id ?? '')).toBe(409)
  // Nor somebody else's, by anybody.
  const other = openOauthBrowser(shop)
  await other.signIn(await shop.account('customer'))
  expect(await remove(other, items[0]?.id ?? '')).toBe(404)
})

test('connecting ends with the session that asked for it', async () => {
  const ada = await shop.account('customer')
  const browser = openOauthBrowser(shop)
  await browser.signIn(ada)
  const start = await post(browser, '/auth/oidc/oidc/link')
  await post(browser, '/auth/logout')
  const back = await comeBack(browser, String(start.body['location']), person().sub)
  expect(back.pathname + back.search).toBe('/sign-in?problem=expired')
  expect(await linked(ada.id)).toEqual([])
})

test('staff are never made, and sign in with what they connected themselves, and their second factor', async () => {
  const olga = await shop.account('manager')
  const known = person({ email: olga.email })
  const refused = await signIn(openOauthBrowser(shop), known.sub, '?audience=staff')
  expect(refused.pathname + refused.search).toBe('/admin/sign-in?problem=refused&next=%2F')
  // At the shop's door the address is known, and nothing is offered for it.
  expect((await signIn(openOauthBrowser(shop), known.sub)).searchParams.get('problem')).toBe('known')
  expect(await linked(olga.id)).toEqual([])

  const start = await shop.send('POST', '/auth/oidc/oidc/link', {
    token: olga.token,
    body: {},
    headers: { 'x-device-token': 'd'.repeat(43) },
  })
  expect(start.status, start.text).toBe(200)
  const address = new URL(await provider.visit(String(start.body['location']), known.sub))
  await shop.send('GET', `/${address.pathname}${address.search}`, {
    headers: { 'x-device-token': 'd'.repeat(43) },
  })
  expect(await linked(olga.id)).toEqual(['oidc'])

  const browser = openOauthBrowser(shop)
  expect((await signIn(browser, known.sub)).searchParams.get('problem')).toBe('refused')
  const step = await signIn(browser, known.sub, '?audience=staff&next=/orders')
  expect(step.pathname).toBe('/admin/sign-in')
  const waiting = new URLSearchParams(step.hash.slice(1))
  expect(waiting.get('methods')).toContain('totp')
  const finished = await post(
    browser,
    '/auth/mfa/verify',
    { mfa_token: waiting.get('mfa_token'), code: await nextCode(olga.totp_secret ?? '') },
    true,
  )
  expect(finished.status, finished.text).toBe(200)
  expect(finished.body['audience']).toBe('staff')
})

test('a locked account is refused like any other', async () => {
  const browser = openOauthBrowser(shop)
  const known = person()
  await signIn(browser, known.sub)
  const { id } = (await meOf(browser)) as unknown as { id: string }
  await shop.db.run(
    sql`UPDATE identity.accounts SET locked_at = now(), lock_reason = 'test' WHERE id = ${id}`,
  )
  const again = openOauthBrowser(shop)
  expect((await signIn(again, known.sub)).searchParams.get('problem')).toBe('refused')
  expect((await again.visit('/api/v1/auth/me')).status).toBe(401)
})

test('nothing secret of a sign-in is written down', async () => {
  const secret = provider.variables['OIDC_CLIENT_SECRET'] ?? ''
  expect(shop.logged()).not.toContain(secret)
  const dump = JSON.stringify(await shop.db.many(sql`SELECT payload FROM platform_events.events`))
  expect(dump).not.toContain(secret)
})

async function remove(browser: OauthBrowser, id: string): Promise<number> {
  return (await browser.remove(`/auth/identities/${id}`)).status
}

async function cliContext() {
  const { backgroundContext } = await import('@rampart/platform/contract/call-context.ts')
  return { ...backgroundContext(randomUUID()), caller: 'cli' }
}
