import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { nextCode } from '../support/authenticator.ts'
import type { Account } from '../support/demo-shop.ts'
import { receiveMail } from '../support/mailbox.ts'
import { newPassword } from '../support/shop-server.ts'
import { hideSuggestions, plugIn } from '../support/virtual-authenticator.ts'
import { newEmail } from './buying.ts'
import { journey } from './journey.ts'

// The browser suggests passkeys as soon as a page offers them, and the authenticator of these tests takes every
// suggestion. Where a button is what is tested, the page is told that there are no suggestions.

journey('a customer with a passkey', ({ demo, visit }) => {
  async function newCustomer(): Promise<Account> {
    const [email, password] = [newEmail(), newPassword()]
    await post('/auth/register', { email, password, full_name: 'Pia Passkey' })
    const mail = await receiveMail(demo.dataDir, 'verify-email', email)
    const link = mail.links.find((each) => each.includes('token=')) ?? 'http://no.link'
    await post('/auth/verify-email', { token: new URL(link).searchParams.get('token') })
    return { email, password }
  }

  async function post(path: string, body: object): Promise<void> {
    const answer = await fetch(`${demo.url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path} was refused: ${await answer.text()}`)
  }

  async function typePassword(page: Page, { email, password }: Account): Promise<void> {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill(email)
    await page.getByRole('textbox', { name: 'Password' }).fill(password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }

  const greeted = (page: Page) =>
    page.getByRole('heading', { level: 1, name: 'Hello, Pia Passkey' }).waitFor()

  async function addPasskey(page: Page): Promise<void> {
    await page.goto('/account/security')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('The passkey “Chrome on Linux” was added.').waitFor()
  }

  it('adds one, signs in with nothing else, and gives it a name', async () => {
    const { page, context } = await visit()
    await context.addInitScript(hideSuggestions)
    const authenticator = await plugIn(page)
    await typePassword(page, await newCustomer())
    await page.getByText('Sign in without a password').waitFor()
    await page.getByRole('link', { name: 'Add a passkey' }).click()
    await addPasskey(page)
    expect(await authenticator.held()).toHaveLength(1)

    await context.clearCookies()
    await page.goto('/sign-in?next=/account/security')
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.waitForURL('/account/security')
    await page.getByLabel('Change passkey Chrome on Linux').click()
    await page.getByLabel('Name').fill('My laptop')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The passkey has its new name.').waitFor()
    await page.getByText('My laptop').waitFor()
  })

  it('is offered it by the field for the address, and refused where nobody checks who is there', async () => {
    const { page, context } = await visit({ expected: [/status of 401/] })
    const authenticator = await plugIn(page)
    await typePassword(page, await newCustomer())
    await greeted(page)
    await addPasskey(page)
    await context.clearCookies()
    await page.goto('/sign-in')
    await greeted(page)

    await context.clearCookies()
    await authenticator.setUserVerified(false)
    await context.addInitScript(hideSuggestions)
    await page.goto('/sign-in')
    const button = page.getByRole('button', { name: 'Sign in with a passkey' })
    await button.click()
    await button.and(page.locator(':enabled')).waitFor()
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    expect((await page.request.get('/api/v1/auth/me')).status()).toBe(401)
  })

  it('cannot make one with a device that cannot tell who touches it', async () => {
    const { page, context } = await visit()
    await context.addInitScript(hideSuggestions)
    const authenticator = await plugIn(page, { verifies: false })
    await typePassword(page, await newCustomer())
    await greeted(page)
    await page.goto('/account/security')
    const button = page.getByRole('button', { name: 'Add a passkey' })
    await button.click()
    await button.and(page.locator(':enabled')).waitFor()
    await page.getByText('No passkey yet.').waitFor()
    expect(await authenticator.held()).toEqual([])
  })

  it('gives it as the second factor, proves again by it, and removes it', async () => {
    const { page, context } = await visit({ expected: [/status of 401/] })
    await context.addInitScript(hideSuggestions)
    await plugIn(page)
    const account = await newCustomer()
    await typePassword(page, account)
    await greeted(page)
    await addPasskey(page)
    const secret = await setUpApp(page, demo.url)
    await context.clearCookies()

    await typePassword(page, account)
    await page.getByRole('heading', { level: 1, name: 'One more step' }).waitFor()
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await greeted(page)

    // A remembered device signs in without a factor, and without a fresh proof.
    await context.clearCookies()
    await typePassword(page, account)
    await page.getByLabel('Do not ask again').check()
    await page.getByLabel('Code').fill(await nextCode(secret))
    await page.getByRole('button', { name: 'Continue' }).click()
    await greeted(page)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL('/')
    await typePassword(page, account)
    await greeted(page)
    await page.goto('/account/security')
    await page.getByLabel('Change passkey Chrome on Linux').click()
    await page.getByRole('button', { name: 'Remove passkey Chrome on Linux' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Use a passkey' }).click()
    await page.getByText('The passkey was removed.').waitFor()
    await page.getByText('No passkey yet.').waitFor()
  })

  it('sees nothing of passkeys where the browser has none', async () => {
    const { page, context } = await visit()
    await context.addInitScript(hideWebAuthn)
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.getByText('passkey').count()).toBe(0)
  })
})

/** Sets up an authenticator app for whoever is signed in. Answers its secret. */
async function setUpApp(page: Page, origin: string): Promise<string> {
  const headers = { origin }
  const begun = await page.request.post('/api/v1/auth/mfa/setup', { data: {}, headers })
  const { secret } = (await begun.json()) as { secret: string }
  const data = { code: await nextCode(secret) }
  const done = await page.request.post('/api/v1/auth/mfa/setup/verify', { data, headers })
  if (!done.ok()) throw new Error(`The app was not set up: ${await done.text()}`)
  return secret
}

/** Runs in the page, before its own scripts. */
function hideWebAuthn(): void {
  Reflect.deleteProperty(globalThis, 'PublicKeyCredential')
}
