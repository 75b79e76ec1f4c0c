import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { sql } from '@rampart/platform/db/sql.ts'
import { receiveMail } from '../support/mailbox.ts'
import { openShopDb } from '../support/shop-database.ts'
import { newPassword } from '../support/shop-server.ts'
import { buyer, newEmail } from './buying.ts'
import { journey } from './journey.ts'

journey('a customer’s own data', ({ demo, visit }) => {
  async function signedUp(page: Page): Promise<{ email: string; password: string }> {
    const [email, password] = [newEmail(), newPassword()]
    await page.goto('/sign-up')
    await page.getByLabel('Full name').fill(buyer.name)
    await page.getByLabel('E-mail').fill(email)
    await page.locator('input[name=password]').fill(password)
    await page.getByRole('button', { name: 'Create account' }).click()
    const mail = await receiveMail(demo.dataDir, 'verify-email', email)
    await page.goto(mail.links.find((link) => link.includes('/verify-email?token=')) ?? 'no link')
    await page.getByRole('button', { name: 'Confirm address' }).click()
    await page.getByText('Your address is confirmed').waitFor()
    await signIn(page, email, password)
    await page.getByRole('heading', { level: 1, name: `Hello, ${buyer.name}` }).waitFor()
    return { email, password }
  }

  async function signIn(page: Page, email: string, password: string): Promise<void> {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill(email)
    await page.locator('input[name=password]').fill(password)
    await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  }

  /** The last proof of who is signed in gets old; what the server remembers of it is at most a second old. */
  async function anHourPasses(email: string): Promise<void> {
    const db = await openShopDb(demo.dataDir)
    await db.run(sql`
      UPDATE identity.sessions SET authenticated_at = now() - interval '1 hour'
      WHERE account_id = (SELECT id FROM identity.accounts WHERE email = ${email})`)
    await db.close()
    await sleep(1_200)
  }

  it.each([true, false])('is taken along, and then erased, with scripts: %s', async (javaScript) => {
    // A second archive, a wrong word, and a sign-in to what is gone.
    const { page } = await visit({
      javaScript,
      expected: [/status of 409/, /status of 400/, /status of 401/],
    })
    const { email, password } = await signedUp(page)
    await page.goto('/account')
    await page.getByRole('link', { name: 'Your data' }).click()
    await page.getByRole('heading', { level: 1, name: 'Your data' }).waitFor()
    await page.getByRole('button', { name: 'Ask for an archive' }).click()
    await page.getByText('We are making your archive').waitFor()
    const mail = await receiveMail(demo.dataDir, 'export-ready', email)
    await page.goto(mail.links.find((link) => link.endsWith('/account/privacy')) ?? 'no link')
    const fetched = page.waitForEvent('download')
    await page.getByRole('link', { name: /^Download the archive/ }).click()
    const file = await fetched
    expect(file.suggestedFilename()).toMatch(/^my-data-[\d-]+\.zip$/)
    expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK')
    await page.getByRole('button', { name: 'Ask for an archive' }).click()
    await page.getByText('One archive a day can be made').waitFor()

    await page.getByLabel('Type ERASE to confirm').fill('yes')
    await page.getByRole('button', { name: 'Erase my account' }).click()
    await page.getByText('Type ERASE, letter by letter.').waitFor()
    await anHourPasses(email)
    await page.getByLabel('Type ERASE to confirm').fill('erase')
    await page.getByRole('button', { name: 'Erase my account' }).click()
    await page.getByRole('heading', { name: 'Prove that it is you' }).waitFor()
    await page.locator('input[name=proof_password]').fill(password)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { level: 1, name: 'Your account is erased' }).waitFor()
    await receiveMail(demo.dataDir, 'account-erased', email)
    await page.goto('/account')
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    await signIn(page, email, password)
    await page.getByText('The e-mail address or the password is not right').waitFor()
  })
})
