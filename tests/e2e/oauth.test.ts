import axe from 'axe-core'
import * as oidc from 'openid-client'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { nextCode } from '../support/authenticator.ts'
import { openBrowser } from '../support/browser.ts'
import { type CallbackServer, startCallbackServer } from '../support/callback-server.ts'
import type { DemoShop } from '../support/demo-shop.ts'
import { rememberedFor } from './back-office.ts'

const given = inject('demo')
const scope = 'openid email offline_access shop:read'

// Browsers of their own: those of the other journeys may not leave the shop.
describe.skipIf(given === null)('an app of somebody else', () => {
  const demo = given as DemoShop
  let browser: Browser
  let outside: CallbackServer
  let app: oidc.Configuration
  const contexts: BrowserContext[] = []
  const complaints: string[] = []

  async function visit(javaScript = true): Promise<Page> {
    const context = await browser.newContext({
      baseURL: demo.url,
      javaScriptEnabled: javaScript,
      locale: 'en-GB',
    })
    context.setDefaultTimeout(20_000)
    contexts.push(context)
    context.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    return context.newPage()
  }

  async function begin(prompt = 'consent') {
    const pkceCodeVerifier = oidc.randomPKCECodeVerifier()
    const expectedState = oidc.randomState()
    const address = oidc.buildAuthorizationUrl(app, {
      redirect_uri: `${outside.url}/callback`,
      scope,
      prompt,
      state: expectedState,
      code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
    })
    return { address: address.href, checks: { pkceCodeVerifier, expectedState } }
  }

  async function signIn(page: Page): Promise<void> {
    await page.getByLabel('E-mail').fill(demo.shopper.email)
    await page.getByRole('textbox', { name: 'Password' }).fill(demo.shopper.password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }

  /** The whole way of a customer, and the tokens at its end. */
  async function connect(page: Page) {
    const { address, checks } = await begin()
    await page.goto(address)
    await signIn(page)
    await page.getByRole('heading', { level: 1, name: 'Allow Bulk Buyer?' }).waitFor()
    await page.getByText('see your profile, addresses, cart and orders').waitFor()
    await page.getByText(new URL(outside.url).host).waitFor()
    await page.getByRole('button', { name: 'Allow', exact: true }).click()
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor()
    return oidc.authorizationCodeGrant(app, await outside.next('/callback'), checks)
  }

  const orders = (token: string): Promise<Response> =>
    fetch(`${demo.url}/api/v1/orders`, { headers: { authorization: `Bearer ${token}` } })

  beforeAll(async () => {
    browser = await openBrowser()
    outside = await startCallbackServer()
    const { clientId, secret } = await register(await visit(), demo, outside)
    // An address that is not safe was refused on the way.
    expect(complaints.splice(0)).toEqual([expect.stringContaining('status of 400')])
    app = await oidc.discovery(new URL(demo.url), clientId, undefined, oidc.ClientSecretBasic(secret), {
      // The demo speaks plain HTTP, on this machine alone.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      execute: [oidc.allowInsecureRequests],
    })
  })
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()))
    expect(complaints.splice(0)).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
    await outside.close()
  })

  it('signs a customer in who allows it, acts for them, and is disconnected in the account', async () => {
    const page = await visit()
    const tokens = await connect(page)
    const info = await oidc.fetchUserInfo(app, tokens.access_token, tokens.claims()?.sub ?? '')
    expect(info.email).toBe(demo.shopper.email)
    expect((await orders(tokens.access_token)).status).toBe(200)
    const fresh = await oidc.refreshTokenGrant(app, tokens.refresh_token ?? '')
    expect((await orders(fresh.access_token)).status).toBe(200)

    await page.goto('/account/apps')
    await page.getByRole('button', { name: 'Disconnect Bulk Buyer' }).click()
    await page.getByText('The app is disconnected.').waitFor()
    expect((await orders(fresh.access_token)).status).toBe(401)
    await expect(oidc.refreshTokenGrant(app, fresh.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  it('does so in a browser without scripts, and lets the form lead to the app and nowhere else', async () => {
    const page = await visit(false)
    const consent = page.waitForResponse((answer) => answer.url().includes('/oauth/consent?'))
    const tokens = await connect(page)
    expect((await orders(tokens.access_token)).status).toBe(200)
    const policy = (await consent).headers()['content-security-policy'] ?? ''
    expect(policy.split('; ')).toContain(`form-action 'self' ${outside.url}`)
  })

  it('is told when the customer says no', async () => {
    const page = await visit()
    await page.goto((await begin()).address)
    await signIn(page)
    await page.getByRole('heading', { level: 1, name: 'Allow Bulk Buyer?' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Do not allow' }).click()
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor()
    expect((await outside.next('/callback')).searchParams.get('error')).toBe('access_denied')
  })

  it('asks for a fresh proof', async () => {
    const page = await visit()
    await connect(page)
    await page.waitForTimeout(1_100)
    await page.goto((await begin('login')).address)
    await page.getByRole('heading', { level: 1, name: 'Is it still you?' }).waitFor()
    await page.getByRole('textbox', { name: 'Password' }).fill(demo.shopper.password)
    await page.getByRole('button', { name: 'Confirm' }).click()
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor()
    expect((await outside.next('/callback')).searchParams.get('code')).not.toBeNull()
  })

  it('signs the customer out, who is asked first', async () => {
    const page = await visit()
    const tokens = await connect(page)
    const address = oidc.buildEndSessionUrl(app, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: `${outside.url}/bye`,
      state: 'some',
    })
    await page.goto(address.href)
    await page.getByRole('heading', { level: 1, name: 'Sign out?' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor()
    expect((await outside.next('/bye')).searchParams.get('state')).toBe('some')
    await page.goto('/account')
    await page.waitForURL(/\/sign-in/)
  })

  it('that nobody knows leads to a page that says so', async () => {
    const page = await visit()
    const answer = await page.goto('/oauth/authorize?client_id=nobody&redirect_uri=https://evil.example/')
    expect(answer?.status()).toBe(400)
    await page.getByRole('heading', { level: 1, name: 'The app could not be connected' }).waitFor()
    expect(complaints.splice(0)).toEqual([expect.stringContaining('status of 400')])
  })
})

/** What axe finds on a page that only a request of an app leads to. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const results = await page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string }[] }> }
    }
    return inPage.run()
  })
  return results.violations.map(({ id }) => id)
}

/** Registers the app as the owner does it, in the back office. */
async function register(page: Page, demo: DemoShop, outside: CallbackServer) {
  const { email, password, totp_secret } = demo.owner
  const post = async (path: string, data: object): Promise<void> => {
    const headers = { origin: demo.url, 'x-audience': 'staff' }
    const answer = await page.request.post(`/api/v1/auth/${path}`, { data, headers })
    if (!answer.ok()) throw new Error(`${path} was refused: ${await answer.text()}`)
  }
  await rememberedFor(page, demo.url, demo.owner)
  await post('staff/session', { email, password })
  // The set-up of the run, in a process of its own, has used up a code of these seconds.
  const proveWith = async (): Promise<void> => post('step-up', { code: await nextCode(totp_secret) })
  await proveWith().catch(proveWith).catch(proveWith)
  await page.goto('/admin/apps')
  await page.getByRole('button', { name: 'Register app' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill('Bulk Buyer')
  await dialog.getByLabel('Addresses to come back to').fill('http://evil.example/callback')
  await dialog.getByLabel('Addresses after signing out').fill(`${outside.url}/bye`)
  await dialog.getByLabel('Staying connected').check()
  await dialog.getByLabel('Reading profile').check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('Not safe: http://evil.example/callback.').waitFor()
  await dialog.getByLabel('Addresses to come back to').fill(`${outside.url}/callback`)
  await dialog.getByRole('button', { name: 'Save' }).click()
  const secret = await page.getByLabel('Client secret').inputValue()
  await page.getByRole('button', { name: 'I have kept it' }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'Bulk Buyer' })
  const clientId = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(await row.innerText())?.[0] ?? ''
  return { clientId, secret }
}
