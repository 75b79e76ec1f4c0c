import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { nextCode } from '../support/authenticator.ts'
import type { Account } from '../support/demo-shop.ts'
import { receiveMail } from '../support/mailbox.ts'
import { newPassword, removeData, type ShopServer, startShop } from '../support/shop-server.ts'
import { newEmail } from './buying.ts'
import { journey } from './journey.ts'

/** Reads the key that an app is set up with, which the page shows in groups of four. */
async function shownSecret(page: Page): Promise<string> {
  return (await page.locator('code').innerText()).replaceAll(' ', '')
}

async function shownCodes(page: Page): Promise<string[]> {
  const list = page.getByRole('list', { name: 'Backup codes' })
  await list.waitFor()
  return list.getByRole('listitem').allInnerTexts()
}

journey('a customer with an authenticator app', ({ demo, visit }) => {
  let account: Account
  let secret: string
  let codes: string[]

  async function typePassword(page: Page): Promise<void> {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill(account.email)
    await page.getByRole('textbox', { name: 'Password' }).fill(account.password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }

  const greeted = (page: Page) =>
    page.getByRole('heading', { level: 1, name: 'Hello, Tom Twofold' }).waitFor()

  beforeAll(async () => {
    account = { email: newEmail(), password: newPassword() }
    const post = async (path: string, body: object): Promise<void> => {
      const answer = await fetch(`${demo.url}/api/v1${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (!answer.ok) throw new Error(`${path} was refused: ${await answer.text()}`)
    }
    await post('/auth/register', { ...account, full_name: 'Tom Twofold' })
    const mail = await receiveMail(demo.dataDir, 'verify-email', account.email)
    const link = mail.links.find((each) => each.includes('token=')) ?? 'http://no.link'
    await post('/auth/verify-email', { token: new URL(link).searchParams.get('token') })
  })

  it('sets it up, and is shown backup codes once', async () => {
    const { page } = await visit({ expected: [/status of 401/] })
    await typePassword(page)
    await greeted(page)
    await page.goto('/account/security')
    await page.locator('#totp').getByRole('button', { name: 'Set up' }).click()
    await page.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor()
    secret = await shownSecret(page)
    await page.getByLabel('Six-digit code').fill('000 000')
    await page.getByRole('button', { name: 'Confirm' }).click()
    await page.getByText('This is not right, or was used before.').waitFor()
    expect(await shownSecret(page)).toBe(secret)
    await page.getByLabel('Six-digit code').fill(await nextCode(secret))
    await page.getByRole('button', { name: 'Confirm' }).click()
    codes = await shownCodes(page)
    expect(codes).toHaveLength(10)
    await page.getByRole('link', { name: 'I have kept them' }).click()
    await page.getByText('10 backup codes left').waitFor()
    await page.getByText('No device skips the second factor.').waitFor()
  })

  it('signs in with a code, without script too', async () => {
    const { page } = await visit({ javaScript: false, expected: [/status of 401/] })
    await typePassword(page)
    await page.getByRole('heading', { level: 1, name: 'One more step' }).waitFor()
    await page.getByLabel('Code').fill('AAAA AAAA')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('This is not right, or was used before.').waitFor()
    await page.getByLabel('Code').fill(await nextCode(secret))
    await page.getByRole('button', { name: 'Continue' }).click()
    await greeted(page)
  })

  it('has a device remembered, proves it again there where that is needed, and has it forgotten', async () => {
    const { page } = await visit({ expected: [/status of 401/] })
    await typePassword(page)
    await page.getByLabel('Code').fill(codes[0] ?? '')
    await page.getByRole('checkbox', { name: 'Do not ask again on this device for 30 days' }).check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await greeted(page)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL('/')
    await typePassword(page)
    await greeted(page)

    await page.goto('/account/security')
    await page.getByText('9 backup codes left').waitFor()
    await page.getByRole('button', { name: 'New backup codes' }).click()
    const dialog = page.getByRole('dialog', { name: 'Prove that it is you' })
    await dialog.getByRole('link', { name: 'Cancel' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'New backup codes' }).click()
    await dialog.getByLabel('Code').fill(codes[0] ?? '')
    await dialog.getByRole('button', { name: 'Continue' }).click()
    await dialog.getByText('This is not right, or was used before.').waitFor()
    await dialog.getByLabel('Code').fill(codes[1] ?? '')
    await dialog.getByRole('button', { name: 'Continue' }).click()
    const fresh = await shownCodes(page)
    expect(fresh.filter((code) => codes.includes(code))).toEqual([])
    codes = fresh

    await page.getByRole('button', { name: 'Forget Chrome on Linux' }).click()
    await page.getByText('No device skips the second factor.').waitFor()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.waitForURL('/')
    await typePassword(page)
    await page.getByRole('heading', { level: 1, name: 'One more step' }).waitFor()
  })

  it('proves it again without script, and removes the app', async () => {
    const { page, context } = await visit({ javaScript: false, expected: [/status of 401/] })
    await typePassword(page)
    await page.getByLabel('Code').fill(codes[0] ?? '')
    await page.getByRole('checkbox', { name: 'Do not ask again' }).check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await greeted(page)
    await context.clearCookies({ name: 'rampart_shop' })
    await typePassword(page)
    await greeted(page)
    await page.goto('/account/security')
    await page.getByText('Remove the app').click()
    await page.getByRole('button', { name: 'Remove it' }).click()
    await page.getByLabel('Code').fill(codes[1] ?? '')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('The authenticator app is removed.').waitFor()
    await context.clearCookies()
    await typePassword(page)
    await greeted(page)
  })
})

journey('somebody of the staff with an authenticator app', ({ demo, visit }) => {
  const account = { email: 'olga@example.com', password: newPassword() }
  let server: ShopServer
  let url: string
  let secret: string
  beforeAll(async () => {
    server = await startShop({ processes: 1 })
    url = `http://localhost:${server.port}`
  })
  afterAll(async () => {
    await server.stop()
    await removeData(server.dataDir)
  })

  async function typePassword(page: Page): Promise<void> {
    await page.goto('/admin/sign-in')
    await page.getByLabel('E-mail address').fill(account.email)
    await page.getByRole('textbox', { name: 'Password' }).fill(account.password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }

  const inside = (page: Page) => page.getByRole('navigation', { name: 'Navigation' }).waitFor()

  it('gets nowhere before it is set up, and everywhere after', async () => {
    const { page } = await visit({ url, expected: [/status of 40[13]/] })
    await page.goto(/http\S+\/admin\/setup#token=\S+/.exec(server.output())?.[0] ?? 'no link')
    await page.getByLabel('Your name').fill('Olga Owner')
    await page.getByLabel('E-mail address').fill(account.email)
    await page.getByRole('textbox', { name: 'Password' }).fill(account.password)
    await page.getByRole('button', { name: 'Create owner account' }).click()
    await page.getByText('Your account is ready. Sign in to begin.').waitFor()
    await typePassword(page)
    const enrol = page.getByRole('heading', { level: 1, name: 'Set up a second factor' })
    await enrol.waitFor()
    await page.goto('/admin/orders')
    await enrol.waitFor()
    expect((await page.request.get('/api/v1/orders', { headers: { 'x-audience': 'staff' } })).status()).toBe(
      403,
    )
    secret = await shownSecret(page)
    await page.getByLabel('Six-digit code').fill(await nextCode(secret))
    await page.getByRole('button', { name: 'Confirm' }).click()
    expect(await shownCodes(page)).toHaveLength(10)
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await page.waitForURL('/admin/orders')
    await inside(page)
  })

  it('signs in with it, and a remembered device proves it again by a dialog that repeats the call', async () => {
    const { page, context } = await visit({ url, expected: [/status of 401/] })
    await typePassword(page)
    await page.getByRole('heading', { level: 1, name: 'One more step' }).waitFor()
    await page.getByLabel('Code of your authenticator app').fill('000000')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('This code is not right, or was used before.').waitFor()
    await page.getByLabel('Code of your authenticator app').fill(await nextCode(secret))
    await page.getByRole('checkbox', { name: 'Do not ask again on this device for 30 days' }).check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await inside(page)
    await context.clearCookies({ name: 'rampart_staff' })
    await typePassword(page)
    await inside(page)

    await page.goto('/admin/security')
    await page.getByRole('button', { name: 'New backup codes' }).click()
    const ask = page.getByRole('dialog', { name: 'Make new backup codes?' })
    const proof = page.getByRole('dialog', { name: 'Prove that it is you' })
    await ask.getByRole('button', { name: 'New backup codes' }).click()
    await proof.getByRole('button', { name: 'Cancel' }).click()
    await ask.getByText('Prove again that it is you to do this.').waitFor()
    await ask.getByRole('button', { name: 'New backup codes' }).click()
    await proof.getByLabel('Code of your authenticator app').fill(await nextCode(secret))
    await proof.getByRole('button', { name: 'Continue' }).click()
    expect(await shownCodes(page)).toHaveLength(10)
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await page.getByRole('button', { name: 'Forget Chrome on Linux' }).click()
    await page.getByText('Every sign-in asks for the second factor.').waitFor()
  })

  it('finds the codes of the demo on a page that no other shop has', async () => {
    const { page } = await visit()
    await page.goto('/demo/authenticator')
    await page.getByText('Demo only').waitFor()
    expect(await page.getByRole('listitem').innerText()).toMatch(
      new RegExp(`^${demo.owner.email}\\s+\\d{3} \\d{3}$`),
    )
    expect((await fetch(`${url}/demo/authenticator`)).status).toBe(404)
  })
})
