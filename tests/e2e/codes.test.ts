import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { nextCode } from '../support/authenticator.ts'
import { openOrder, signInAsStaff } from './back-office.ts'
import { addToCart, checkOutAsGuest, decide, fillAddress, newEmail, orderNumber } from './buying.ts'
import { journey } from './journey.ts'
import { send } from './own-products.ts'

/** Runs a sale of 10 % behind a code of its own and issues a gift card. Answers both codes. */
async function makeCodes(page: Page, giftCard: string): Promise<{ coupon: string; card: string }> {
  const promotion = (await send(page, 'POST', 'promotions', {
    name: 'Harvest sale',
    needs_coupon: true,
    action: { kind: 'percentage', percent: '10', at_most: null },
  })) as { id: string }
  const coupon = `HARVEST${String(Math.trunc(Math.random() * 1_000_000))}`
  await send(page, 'POST', `promotions/${promotion.id}/coupons`, { code: coupon, max_uses: 1 })
  const { code } = (await send(page, 'POST', 'gift-cards', { amount: giftCard })) as { code: string }
  return { coupon, card: code }
}

async function enter(page: Page, code: string): Promise<void> {
  const field = page.getByLabel('Discount code or gift card')
  if (!(await field.isVisible())) await page.getByText('Have a discount code or a gift card?').click()
  await field.fill(code)
  await page.getByRole('button', { name: 'Redeem' }).click()
}

journey('codes', ({ demo, visit }) => {
  const made: { coupon: string; card: string }[] = []
  beforeAll(async () => {
    const staff = await visit()
    await signInAsStaff(staff.page, demo.owner)
    // Gift cards are issued by nobody who has not just proved to be who they are.
    await send(staff.page, 'POST', 'auth/step-up', { code: await nextCode(demo.owner.totp_secret) })
    for (const worth of ['5.00', '500.00', '1.00', '1.00']) made.push(await makeCodes(staff.page, worth))
  }, 120_000)

  it('a coupon and a gift card, from the cart to the order in the back office', async () => {
    const { coupon, card } = made.shift()!
    const { page } = await visit({ expected: [/status of 409/] })
    await addToCart(page, 'harbour-crew-tee', ['L', 'Single'])
    await page.goto('/cart')
    await enter(page, 'NO-SUCH-CODE')
    await page.getByText('There is no coupon or gift card with this code.').waitFor()
    await enter(page, coupon.toLowerCase())
    await page.getByText(`Code ${coupon}`).waitFor()
    await page.getByText(/Harvest sale: 10\s?% off/).waitFor()

    // The gift card is entered at the checkout, where nothing that was typed is lost by it.
    await page.getByRole('link', { name: 'Check out' }).click()
    const email = newEmail()
    await page.getByLabel('E-mail').fill(email)
    await fillAddress(page)
    await enter(page, card)
    await page.getByRole('region', { name: 'Your order' }).getByText('Left to pay').waitFor()
    expect(await page.getByLabel('E-mail').inputValue()).toBe(email)
    expect(await page.getByLabel('Street and number').inputValue()).not.toBe('')
    await page.getByRole('button', { name: /^Place order/ }).click()
    await page.waitForURL(/\/pay\/sandbox\//)
    await decide(page, 'Approve')
    await page.getByRole('heading', { level: 1, name: /^Thank you/ }).waitFor()
    const words = await page.getByRole('main').innerText()
    expect(words).toContain('Harvest sale')
    expect(words).toContain('Gift cards')

    const staff = await visit()
    await signInAsStaff(staff.page, demo.owner)
    await openOrder(staff.page, await orderNumber(page))
    const order = staff.page.getByRole('main')
    await order.getByText(`Harvest sale, code ${coupon}`).waitFor()
    await order.getByText('Paid by gift cards').waitFor()

    // Used up: the next shopper is told so.
    const next = await visit({ expected: [/status of 409/] })
    await addToCart(next.page, 'marigold-mug')
    await next.page.goto('/cart')
    await enter(next.page, coupon)
    await next.page.getByText('This coupon cannot be used any more.').waitFor()
  })

  it('a gift card that covers everything: no bank, and the order is paid; without JavaScript', async () => {
    const { card } = made.shift()!
    const { page } = await visit({ javaScript: false })
    await addToCart(page, 'marigold-mug')
    await page.goto('/cart')
    await enter(page, card)
    await page.getByText(/Gift card ending in/).waitFor()
    await page.goto('/checkout')
    await page.getByText('Nothing is left to pay').waitFor()
    await page.getByLabel('E-mail').fill(newEmail())
    await fillAddress(page)
    await page.getByRole('button', { name: /^Place order/ }).click()
    await page.getByRole('heading', { level: 1, name: /^Thank you/ }).waitFor()
    await page.getByText('Paid', { exact: true }).first().waitFor()
  })

  it('a code that was typed and not redeemed counts before anything is ordered', async () => {
    const { coupon } = made.shift()!
    const { page } = await visit()
    await addToCart(page, 'marigold-mug')
    await page.goto('/checkout')
    await page.getByLabel('E-mail').fill(newEmail())
    await fillAddress(page)
    await page.getByText('Have a discount code or a gift card?').click()
    await page.getByLabel('Discount code or gift card').fill(coupon)
    await page.getByRole('button', { name: /^Place order/ }).click()
    await page.getByText(`Code ${coupon}`).waitFor()
    expect(new URL(page.url()).pathname).toBe('/checkout')
    // Taken in, it stands in nobody's way any more.
    await page.getByRole('button', { name: /^Place order/ }).click()
    await page.waitForURL(/\/pay\/sandbox\//)
    await page.goto('/cart')
    await page.getByRole('button', { name: `Remove Code ${coupon}` }).click()
    await page.getByText(`Code ${coupon}`).waitFor({ state: 'detached' })
  })

  it('a declined payment gives the coupon back', async () => {
    const { coupon } = made.shift()!
    const { page } = await visit()
    await addToCart(page, 'marigold-mug')
    await page.goto('/cart')
    await enter(page, coupon)
    await page.getByText(`Code ${coupon}`).waitFor()
    await checkOutAsGuest(page, newEmail())
    await decide(page, 'Decline')
    await page.getByText('The payment was not made').waitFor()
    await page.goto('/cart')
    await page.getByText(/Harvest sale: 10\s?% off/).waitFor()
    await page.reload()
    expect(await page.getByRole('main').innerText()).toContain('Harvest sale')
  })
})
