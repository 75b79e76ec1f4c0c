import type { Page } from 'playwright-core'
import { expect } from 'vitest'

export const buyer = {
  name: 'Ada Marlow',
  street: '14 Quay Street',
  postalCode: 'BS1 4DA',
  city: 'Bristol',
  country: 'United Kingdom',
} as const

/** A mail address that no other test uses. */
export function newEmail(): string {
  return `visitor-${crypto.randomUUID()}@example.com`
}

/** Opens a product, chooses the values and puts it into the cart. Works without script. */
export async function addToCart(page: Page, slug: string, values: readonly string[] = []): Promise<void> {
  await page.goto(`/p/${slug}`)
  await chooseValues(page, values)
  await page.getByRole('main').getByRole('button', { name: 'Add to cart' }).click()
  await page.getByText('Added to your cart').waitFor()
}

/** Chooses a value of each option on a product's page. */
export async function chooseValues(page: Page, values: readonly string[]): Promise<void> {
  for (const value of values) {
    const choice = page.getByRole('main').getByRole('link', { name: value, exact: true })
    await choice.click()
    await page.getByRole('main').locator('[aria-current=true]').getByText(value, { exact: true }).waitFor()
  }
}

/** Fills the delivery address of the checkout. */
export async function fillAddress(page: Page): Promise<void> {
  await page.getByLabel('Full name').fill(buyer.name)
  await page.getByLabel('Street and number').fill(buyer.street)
  await page.getByLabel('Postal code').fill(buyer.postalCode)
  await page.getByLabel('Town or city').fill(buyer.city)
  await page.getByLabel('Country').selectOption({ label: buyer.country })
}

/** Checks out as a guest with what is in the cart, up to the page of the bank. */
export async function checkOutAsGuest(page: Page, email: string): Promise<void> {
  await page.goto('/checkout')
  await page.getByLabel('E-mail').fill(email)
  await fillAddress(page)
  await placeOrder(page)
}

/** Sends the checkout's form and waits for the page of the bank. */
export async function placeOrder(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Place order/ }).click()
  await page.waitForURL(/\/pay\/sandbox\//)
  await page.getByRole('heading', { name: 'Test bank' }).waitFor()
}

/** Presses one of the bank's buttons. */
export async function decide(page: Page, button: 'Approve' | 'Decline' | RegExp): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
}

/** The number of the order that the page shows. */
export async function orderNumber(page: Page): Promise<string> {
  const text = await page
    .getByText(/Order \d{6}/)
    .first()
    .innerText()
  const number = /\d{6}/.exec(text)?.[0]
  expect(number).toBeDefined()
  return number ?? ''
}
