import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { call } from '../support/api.ts'
import { receiveMail } from '../support/mailbox.ts'
import { findOrders, openOrder, signInAsStaff } from './back-office.ts'
import { addToCart, checkOutAsGuest, decide, newEmail } from './buying.ts'
import { journey } from './journey.ts'

const article = { slug: 'brae-chunky-bobble-hat', name: 'Brae chunky bobble hat' }

journey('at the bank', ({ demo, visit }) => {
  /** How many pieces of the article can be bought. */
  const available = async (): Promise<number> => {
    const { body } = await call(demo.url, 'GET', `/products/by-slug/${article.slug}`)
    const { variants } = body as unknown as { variants: { available: number }[] }
    return variants[0]?.available ?? -1
  }
  const buy = async (): Promise<{ page: Page; email: string }> => {
    const email = newEmail()
    const { page } = await visit()
    await addToCart(page, article.slug)
    await checkOutAsGuest(page, email)
    return { page, email }
  }

  it('a declined payment cancels the order, frees the stock and leaves the cart', async () => {
    const before = await available()
    const { page } = await buy()
    await expect.poll(available).toBe(before - 1)
    await decide(page, 'Decline')
    await page.getByText('The payment was not made').waitFor()
    await expect.poll(available, { timeout: 20_000 }).toBe(before)
    await page.goto('/cart')
    await page.getByRole('main').getByRole('link', { name: article.name }).waitFor()
  })

  it('a late approval shows that it is waited for, and then the paid order', async () => {
    const { page, email } = await buy()
    await decide(page, /^Approve later/)
    await page.getByRole('heading', { level: 1, name: 'Confirming your payment' }).waitFor()
    await page.getByRole('heading', { level: 1, name: /^Thank you/ }).waitFor({ timeout: 60_000 })
    expect((await receiveMail(demo.dataDir, 'order-confirmation', email)).subject).toContain('confirmed')
  })

  it('walking away leaves an order that waits, and can still be paid', async () => {
    const { page, email } = await buy()
    const bank = page.url()
    await page.getByRole('link', { name: 'Walk away' }).click()
    await page.waitForURL(/\/$/)
    const staff = await visit()
    await signInAsStaff(staff.page, demo.owner)
    const [number = 'none'] = await findOrders(staff.page, email)
    await openOrder(staff.page, number)
    await staff.page.getByRole('main').getByText('Waiting for payment').first().waitFor()
    await page.goto(bank)
    await decide(page, 'Approve')
    await page.getByRole('heading', { level: 1, name: /^Thank you/ }).waitFor()
    expect((await receiveMail(demo.dataDir, 'order-confirmation', email)).subject).toContain('confirmed')
  })
})
