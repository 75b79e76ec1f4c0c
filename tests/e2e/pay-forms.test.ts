import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openRazorpay } from '../../modules/payments/test/fake-razorpay.ts'
import { openStripe } from '../../modules/payments/test/fake-stripe.ts'
import { type RunningDemo, startDemo } from '../support/demo-shop.ts'
import type { VisitOptions } from '../support/visitor.ts'
import { proveAsStaff, signInAsStaff } from './back-office.ts'
import { addToCart, fillAddress, newEmail } from './buying.ts'
import { journey } from './journey.ts'

const THREE_D = 'https://hooks.stripe.example'

journey('at the forms of payment providers', ({ visit }) => {
  let shop: RunningDemo
  let stripe: Awaited<ReturnType<typeof openStripe>>
  let razorpay: Awaited<ReturnType<typeof openRazorpay>>
  beforeAll(async () => {
    if (inject('demo') === null) return
    ;[stripe, razorpay] = await Promise.all([openStripe(), openRazorpay()])
    shop = await startDemo({
      env: {
        STRIPE_STAND_IN: stripe.url,
        RAZORPAY_STAND_IN: razorpay.url,
        RATE_LIMITS: 'on',
        RATE_LIMIT_FACTOR: '10',
      },
    })
  }, 120_000)
  afterAll(async () => {
    await shop.stop()
    await Promise.all([stripe.close(), razorpay.close()])
  })

  const visitShop = (options: VisitOptions = {}) => visit({ ...options, url: shop.demo.url })

  /** Orders as a guest and is at the provider's page. */
  async function orderWith(page: Page, method: RegExp, at: RegExp): Promise<string> {
    await addToCart(page, 'marigold-mug')
    await page.goto('/checkout')
    await page.getByLabel('E-mail').fill(newEmail())
    await fillAddress(page)
    await page.getByRole('radio', { name: method }).check()
    await page.getByRole('button', { name: /^Place order/ }).click()
    await page.waitForURL(at)
    return new URL(page.url()).pathname.split('/').at(-1) ?? ''
  }
  const thanks = (page: Page) => page.getByRole('heading', { level: 1, name: /^Thank you/ }).waitFor()

  it('the owner gives the shop its keys and offers both; no key is shown again', async () => {
    const { page } = await visitShop({ expected: [/status of 401/] })
    await signInAsStaff(page, shop.demo.owner)
    await page.goto('/admin/payments')
    const typed: Record<string, Record<string, string>> = {
      Stripe: {
        'Secret key': 'sk_test_canary_51Nv0',
        'Publishable key': 'pk_test_canary_51Nv0',
        'Secret of the webhook': 'whsec_canary_8Zk2',
      },
      Razorpay: {
        'Key id': 'rzp_test_1Canary77',
        'Key secret': 'canary-key-secret-77',
        'Secret of the webhook': 'canary-webhook-secret-78',
      },
    }
    for (const [name, keys] of Object.entries(typed)) {
      const card = page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) })
      await card.getByRole('button', { name: 'Enter keys' }).click()
      for (const [label, key] of Object.entries(keys))
        await page
          .getByRole('dialog', { name: /^Keys of/ })
          .getByLabel(label)
          .fill(key)
      await page.getByRole('button', { name: 'Save' }).click()
      if (name === 'Stripe') await proveAsStaff(page, shop.demo.owner)
      await page.getByRole('dialog', { name: /^Keys of/ }).waitFor({ state: 'detached' })
      await card.getByRole('button', { name: 'Offer it' }).click()
      await card.getByText('Test: no money moves').waitFor()
    }
    const text = await page.content()
    for (const key of Object.values(typed).flatMap((keys) => Object.values(keys)))
      expect(text).not.toContain(key)
  })

  it('a card is typed into Stripe’s form, corrected, refused, and pays', async () => {
    const { page } = await visitShop({ elsewhere: [stripe.url] })
    const order = await orderWith(page, /^Card and more/, /\/pay\/stripe\//)
    const pay = page.getByRole('button', { name: /^Pay / })
    await pay.click()
    await page.getByText('Your card number is incomplete.').waitFor()
    await page.getByLabel('Card number').fill('declined')
    await pay.click()
    await page.getByText('The payment was not accepted').waitFor()
    await page.getByLabel('Card number').fill('ok')
    await pay.click()
    await thanks(page)
    expect(stripe.intentOf(order).status).toBe('succeeded')
  })

  it('the bank asks for 3-D Secure, and the buyer comes back to a paid order', async () => {
    const { page, context } = await visitShop({ elsewhere: [stripe.url, THREE_D] })
    const order = await orderWith(page, /^Card and more/, /\/pay\/stripe\//)
    await context.route(`${THREE_D}/**`, async (route) => {
      stripe.settle(stripe.intentOf(order))
      const location = `${shop.demo.url}/checkout/return?order_id=${order}`
      await route.fulfill({ status: 302, headers: { location } })
    })
    await page.getByLabel('Card number').fill('3ds')
    await page.getByRole('button', { name: /^Pay / }).click()
    await thanks(page)
  })

  it('Razorpay’s window is closed, refuses, and pays', async () => {
    const { page } = await visitShop({ elsewhere: [razorpay.url] })
    const order = await orderWith(page, /^UPI/, /\/pay\/razorpay\//)
    await page.exposeFunction('razorpayProof', () =>
      razorpay.proof(razorpay.attempt(razorpay.orderOf(order), 'authorized')),
    )
    const open = page.getByRole('button', { name: /^Pay / })
    await open.click()
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByText('You closed the form').waitFor()
    await open.click()
    await page.getByRole('button', { name: 'UPI refuses' }).click()
    await page.getByText('The payment was not accepted').waitFor()
    await open.click()
    await page.getByRole('button', { name: 'UPI approves' }).click()
    await thanks(page)
    expect(razorpay.orderOf(order).status).toBe('paid')
  })

  it('the form’s origin is allowed on its page alone', async () => {
    const { page } = await visitShop({ elsewhere: [stripe.url] })
    await orderWith(page, /^Card and more/, /\/pay\/stripe\//)
    const policyOf = async (path: string) => {
      const answer = await page.request.get(path)
      return answer.headers()
    }
    const form = await policyOf(page.url())
    expect(form['content-security-policy']).toContain(`frame-src ${stripe.url};`)
    expect(form['content-security-policy']).not.toContain('unsafe')
    expect(form['content-security-policy']).not.toContain(razorpay.url)
    expect(form['cross-origin-embedder-policy']).toBeUndefined()
    for (const path of ['/checkout', '/cart', `/orders/${page.url().split('/').at(-1) ?? ''}`]) {
      const other = await policyOf(path)
      expect(other['content-security-policy']).not.toMatch(/127\.0\.0\.1|stripe|frame-src/)
      expect(other['cross-origin-embedder-policy']).toBe('require-corp')
    }
  })

  it('without JavaScript the page says so, and leads on', async () => {
    const { page } = await visitShop({ javaScript: false })
    await orderWith(page, /^Card and more/, /\/pay\/stripe\//)
    await page.getByText('This payment form needs JavaScript').waitFor()
    expect(await page.getByRole('button', { name: /^Pay / }).isVisible()).toBe(false)
    await page.getByRole('main').getByRole('link', { name: 'Show the order' }).click()
    await page.getByText('Pay now').waitFor()
  })

  it('a script that does not come is told of', async () => {
    const { page, context } = await visitShop({
      elsewhere: [stripe.url],
      expected: [/ERR_FAILED|Failed to load/],
    })
    await context.route(`${stripe.url}/v3/`, (route) => route.abort())
    await orderWith(page, /^Card and more/, /\/pay\/stripe\//)
    await page.getByText('The payment form could not be loaded').waitFor()
  })
})
