import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newPassword, removeData, type ShopServer, startShop } from '../support/shop-server.ts'
import { hideSuggestions, plugIn } from '../support/virtual-authenticator.ts'
import { journey } from './journey.ts'

const account = { email: 'robin@example.com', password: newPassword() }

journey('an owner with passkeys alone', ({ visit }) => {
  let server: ShopServer
  let url: string
  // What the owner's device keeps from test to test.
  let passkeys: readonly object[] = []
  beforeAll(async () => {
    server = await startShop({ processes: 1 })
    url = `http://localhost:${server.port}`
  })
  afterAll(async () => {
    await server.stop()
    await removeData(server.dataDir)
  })

  it('enrols one at the first sign-in, which opens the back office', async () => {
    const { page, context } = await visit({ url, expected: [/status of 40[13]/] })
    await context.addInitScript(hideSuggestions)
    const authenticator = await plugIn(page)
    await page.goto(/http\S+\/admin\/setup#token=\S+/.exec(server.output())?.[0] ?? 'no link')
    await page.getByLabel('Your name').fill('Robin Owner')
    await page.getByLabel('E-mail address').fill(account.email)
    await page.getByRole('textbox', { name: 'Password' }).fill(account.password)
    await page.getByRole('button', { name: 'Create owner account' }).click()
    await page.getByText('Your account is ready. Sign in to begin.').waitFor()
    await typePassword(page)
    await page.getByRole('heading', { level: 1, name: 'Set up a second factor' }).waitFor()
    const orders = () =>
      page.request.get('/api/v1/orders', { headers: { 'x-audience': 'staff' } }).then((each) => each.status())
    expect(await orders()).toBe(403)
    await page.getByRole('button', { name: 'Use a passkey instead' }).click()
    await inside(page)
    expect(await orders()).toBe(200)
    passkeys = await authenticator.held()
    expect(passkeys).toHaveLength(1)
  })

  it('signs in with it alone, by the button and by the suggestion of the field', async () => {
    const { page, context } = await visit({ url, expected: [/status of 401/] })
    const authenticator = await plugIn(page, {}, passkeys)
    await page.goto('/admin/sign-in')
    await inside(page)
    await context.clearCookies()
    await context.addInitScript(hideSuggestions)
    await page.goto('/admin/sign-in')
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await inside(page)
    // Staff do not get into the shop's own account pages with it.
    await context.clearCookies()
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('This passkey could not be used.').waitFor()
    passkeys = await authenticator.held()
  })

  it('gives it as the second factor; adds, renames and removes another, but never the last', async () => {
    const { page, context } = await visit({ url, expected: [/status of 40[19]/] })
    await context.addInitScript(hideSuggestions)
    const authenticator = await plugIn(page, {}, passkeys)
    await typePassword(page)
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await inside(page)
    await page.goto('/admin/security')
    await page.getByRole('button', { name: 'Remove passkey Chrome on Linux' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('dialog').getByText('Staff need a second factor.').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()

    // One authenticator holds one passkey of an account: the second comes from another.
    await authenticator.unplug()
    await plugIn(page)
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('The passkey “Chrome on Linux” was added.').waitFor()
    await page.getByRole('button', { name: 'Rename passkey Chrome on Linux' }).first().click()
    await page.getByLabel('Name', { exact: true }).fill('Key ring')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Remove passkey Key ring' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await page.getByText('Key ring').count()).toBe(0)
  })
})

async function typePassword(page: Page): Promise<void> {
  await page.goto('/admin/sign-in')
  await page.getByLabel('E-mail address').fill(account.email)
  await page.getByRole('textbox', { name: 'Password' }).fill(account.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function inside(page: Page): Promise<void> {
  await page.waitForURL(/\/admin\/?$/)
  await page.getByRole('navigation', { name: 'Navigation' }).waitFor()
}
