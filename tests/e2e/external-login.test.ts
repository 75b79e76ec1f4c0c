import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { receiveMail } from '../support/mailbox.ts'
import { type OpenidProvider, openOpenidProvider } from '../support/openid-provider.ts'
import { freePort, newPassword, removeData, type ShopServer, startShop } from '../support/shop-server.ts'
import { newEmail } from './buying.ts'
import { journey } from './journey.ts'

journey('a customer who has an account elsewhere', ({ visit: visitAt }) => {
  let provider: OpenidProvider
  let shop: ShopServer
  let url: string
  beforeAll(async () => {
    const port = await freePort()
    url = `http://localhost:${String(port)}`
    provider = await openOpenidProvider({ publicUrl: url })
    shop = await startShop({ port, processes: 1, env: provider.variables })
  })
  afterAll(async () => {
    await shop.stop()
    await provider.close()
    await removeData(shop.dataDir)
  })

  const visit = (options: Parameters<typeof visitAt>[0] = {}) =>
    visitAt({ url, elsewhere: [provider.issuer], ...options })

  /** On the provider's own pages. */
  async function signInThere(page: Page, sub: string): Promise<void> {
    await page.getByPlaceholder('Enter any login').fill(sub)
    await page.getByPlaceholder('and password').fill('anything')
    await page.getByRole('button', { name: 'Sign-in' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
  }

  async function post(path: string, body: object): Promise<void> {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path} was refused: ${await answer.text()}`)
  }

  async function newCustomer() {
    const [email, password] = [newEmail(), newPassword()]
    await post('/auth/register', { email, password, full_name: 'Kim Known' })
    const mail = await receiveMail(shop.dataDir, 'verify-email', email)
    const link = mail.links.find((each) => each.includes('token=')) ?? 'http://no.link'
    await post('/auth/verify-email', { token: new URL(link).searchParams.get('token') })
    return { email, password }
  }

  async function typePassword(page: Page, { email, password }: { email: string; password: string }) {
    await page.getByLabel('E-mail').fill(email)
    await page.getByRole('textbox', { name: 'Password' }).fill(password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }

  it.each([
    ['with', true],
    ['without', false],
  ])('signs up and in by it, %s scripts', async (_how, javaScript) => {
    const email = newEmail()
    provider.know({ sub: email, email, email_verified: true, name: 'Nora New' })
    const { page } = await visit({ javaScript, expected: [/status of 409/] })
    await page.goto('/sign-up')
    await page.getByRole('link', { name: 'Continue with Works account' }).click()
    await signInThere(page, email)
    await page.getByRole('heading', { level: 1, name: 'Hello, Nora New' }).waitFor()

    await page.goto('/account/security')
    const section = page.getByRole('region', { name: 'Connected sign-ins' })
    await section.getByText(email).waitFor()
    await section.getByRole('button', { name: 'Disconnect Works account' }).click()
    await section.getByText('This is the only way into your account.').waitFor()
  })

  it('finds the way to it where it was, once the scripts have come', async () => {
    const { page } = await visit()
    let letThrough = (): void => undefined
    const held = new Promise<void>((resolve) => (letThrough = resolve))
    await page.route('**/*.js', async (route) => {
      await held
      await route.continue()
    })
    await page.goto('/sign-in', { waitUntil: 'commit' })
    const link = page.getByRole('link', { name: 'Continue with Works account' })
    const before = await link.boundingBox()
    letThrough()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor()
    expect(await link.boundingBox()).toEqual(before)
  })

  it('is asked for the usual way first where the address has an account, and connects it then', async () => {
    const ada = await newCustomer()
    provider.know({ sub: ada.email, email: ada.email, email_verified: true, name: 'Kim Known' })
    const { page, context } = await visit()
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Continue with Works account' }).click()
    await signInThere(page, ada.email)
    await page.getByText('There is an account with your e-mail address already.').waitFor()
    await typePassword(page, ada)
    await page.getByText('Connect Works account?').waitFor()
    await page.getByRole('button', { name: 'Connect', exact: true }).click()
    await page.getByText('Connected. You can sign in with it from now on.').waitFor()

    await context.clearCookies({ name: /rampart/ })
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Continue with Works account' }).click()
    await page.getByRole('heading', { level: 1, name: 'Hello, Kim Known' }).waitFor()
  })

  it('connects it from the page about security without scripts, and disconnects it', async () => {
    const ada = await newCustomer()
    const elsewhere = newEmail()
    provider.know({ sub: elsewhere, email: elsewhere, email_verified: true })
    const { page } = await visit({ javaScript: false })
    await page.goto('/sign-in?next=/account/security')
    await typePassword(page, ada)
    await page.getByRole('button', { name: 'Connect Works account' }).click()
    await page.getByRole('link', { name: 'Continue to Works account' }).click()
    await signInThere(page, elsewhere)
    const section = page.getByRole('region', { name: 'Connected sign-ins' })
    await section.getByText('Connected. You can sign in with it from now on.').waitFor()
    await section.getByText(elsewhere).waitFor()
    await section.getByRole('button', { name: 'Disconnect Works account' }).click()
    await section.getByText('Disconnected. It opens your account no more.').waitFor()
    expect(await section.getByText(elsewhere).count()).toBe(0)
  })

  it('is told in our words when they turn back', async () => {
    const { page } = await visit()
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Continue with Works account' }).click()
    await page.getByRole('link', { name: 'Cancel' }).click()
    await page.getByText('You turned back before the sign-in was finished.').waitFor()
  })
})
