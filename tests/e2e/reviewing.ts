import type { Page } from 'playwright-core'
import { receiveMail } from '../support/mailbox.ts'
import { newPassword } from '../support/shop-server.ts'
import { addToCart, buyer, decide, fillAddress, newEmail, placeOrder } from './buying.ts'

/** Makes an account and signs in with it. Answers its address. */
export async function signUp(page: Page, dataDir: string): Promise<string> {
  const [email, password] = [newEmail(), newPassword()]
  await page.goto('/sign-up')
  await page.getByLabel('Full name').fill(buyer.name)
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByRole('heading', { level: 1, name: 'Check your mail' }).waitFor()
  const mail = await receiveMail(dataDir, 'verify-email', email)
  await page.goto(mail.links.find((link) => link.includes('/verify-email?token=')) ?? 'no link')
  await page.getByRole('button', { name: 'Confirm address' }).click()
  await page.getByText('Your address is confirmed').waitFor()
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: `Hello, ${buyer.name}` }).waitFor()
  return email
}

/** Buys one of a product as somebody who is signed in. */
export async function buy(page: Page, slug: string): Promise<void> {
  await addToCart(page, slug)
  await page.goto('/checkout')
  await fillAddress(page)
  await placeOrder(page)
  await decide(page, 'Approve')
  await page.getByRole('heading', { level: 1, name: /^Thank you/ }).waitFor()
}

/** A review on the page of its product, by its headline. */
export function reviewOn(page: Page, headline: string) {
  return page.locator('#reviews article').filter({ has: page.getByRole('heading', { name: headline }) })
}

/** A review in the back office, by its headline. */
export function reviewInQueue(page: Page, headline: string) {
  return page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByText(headline, { exact: true }) })
    .first()
}
