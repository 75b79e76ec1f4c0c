import type { Page } from 'playwright-core'
import { nextCode } from '../support/authenticator.ts'
import type { Account, StaffAccount } from '../support/demo-shop.ts'

/** Makes the browser the device that stands in for the second factor of somebody of the staff. */
export async function rememberedFor(page: Page, url: string, { device_token }: StaffAccount): Promise<void> {
  await page
    .context()
    .addCookies([{ name: 'rampart_device', value: device_token, url: new URL('/', url).href }])
}

/** Signs in at the back office, in a browser that is remembered, and waits for its first page. */
export async function signInAsStaff(page: Page, account: StaffAccount): Promise<void> {
  const { email, password } = account
  await page.goto('/admin/sign-in')
  await rememberedFor(page, page.url(), account)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/\/admin\/?$/)
  await page.getByRole('navigation', { name: 'Navigation' }).waitFor()
}

/** Signs in at the back office for the first time: sets up the authenticator app that it asks for. */
export async function enrolAsStaff(page: Page, { email, password }: Account): Promise<void> {
  await page.goto('/admin/sign-in')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Set up a second factor' }).waitFor()
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '')
  await page.getByLabel('Six-digit code').fill(await nextCode(secret))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await page.getByRole('navigation', { name: 'Navigation' }).waitFor()
}

/** Gives the code of the authenticator app where the back office asks for a fresh proof. */
export async function proveAsStaff(page: Page, { totp_secret }: StaffAccount): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Prove that it is you' })
  await dialog.getByLabel('Code of your authenticator app').fill(await nextCode(totp_secret))
  await dialog.getByRole('button', { name: 'Continue' }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Invites somebody to the staff, as somebody who is signed in; the mail with the link is on its way then. */
export async function inviteToStaff(
  page: Page,
  inviter: StaffAccount,
  { name, email, role }: { readonly name: string; readonly email: string; readonly role: string },
): Promise<void> {
  await page.goto('/admin/users')
  await page.getByRole('button', { name: 'Invite' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('E-mail address').fill(email)
  await dialog.getByLabel('Role').selectOption({ label: role })
  await dialog.getByRole('button', { name: 'Invite' }).click()
  const invited = page.getByRole('heading', { level: 1, name })
  const proof = page.getByRole('dialog', { name: 'Prove that it is you' })
  await proof.or(invited).first().waitFor()
  if (await proof.isVisible()) await proveAsStaff(page, inviter)
  await invited.waitFor()
}

/** Finds an order by its number and opens it. */
export async function openOrder(page: Page, number: string): Promise<void> {
  await page.goto('/admin/orders')
  await page.getByRole('searchbox', { name: 'Number, mail or name' }).fill(number)
  await page.getByRole('table').getByRole('link', { name: number }).click()
  await page.getByRole('heading', { level: 1, name: number }).waitFor()
}

/** The toast or notice that says a command has worked. */
export async function waitForWords(page: Page, words: string): Promise<void> {
  await page.getByText(words, { exact: true }).first().waitFor()
}

/** The numbers of the orders that a search finds, newest first. */
export async function findOrders(page: Page, words: string): Promise<string[]> {
  const answer = page.waitForResponse((response) => response.url().includes(encodeURIComponent(words)))
  await page.goto(`/admin/orders?q=${encodeURIComponent(words)}`)
  await answer
  await page.getByRole('table').waitFor()
  return page.getByRole('table').getByRole('link', { name: /\d{6}/ }).allInnerTexts()
}
