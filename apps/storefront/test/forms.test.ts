import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openShop, TOKEN } from './page-harness.ts'

let shop: Awaited<ReturnType<typeof openShop>>

beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

/** The key that the next press would send. */
function hiddenKey(html: string): string | undefined {
  return /name="idempotency_key" value="([^"]+)"/.exec(html)?.[1]
}

const forms: [string, Record<string, string>][] = [
  ['/p/lamp', { variant_id: 'v1', quantity: '1' }],
  ['/cart', { item_id: 'l', intent: 'remove' }],
  ['/checkout', { intent: 'place' }],
  ['/orders/o', {}],
  ['/pay/sandbox/y', { intent: 'approve' }],
  ['/sign-in', { email: 'a@b.co', password: 'x' }],
  ['/sign-up', { email: 'a@b.co', password: 'x' }],
  ['/sign-out', {}],
  ['/preferences', { locale: 'de' }],
  ['/account/addresses/new', { street: 'x' }],
]

describe.each(forms)('the form at %s', (path, fields) => {
  it.each([undefined, '', 'somebody-else'])(
    'is refused with the token %j, and nothing is called',
    async (token) => {
      const { response, calls, sessions } = await shop.post(
        path,
        { ...fields, ...(token === undefined ? {} : { _csrf: token }) },
        { customer: true },
      )
      expect(response.status).toBe(403)
      expect(calls.filter((call) => !/\.(get|list)/.test(call.operation))).toEqual([])
      expect(sessions).toEqual([])
    },
  )
})

describe('signing in', () => {
  const credentials = { _csrf: TOKEN, email: 'ada@example.com', password: 'a long enough password' }

  it.each(['//evil.example', 'https://evil.example/', '/\\evil.example', '/\t/evil.example'])(
    'never leads to another site: %j',
    async (next) => {
      const { response } = await shop.post('/sign-in', { ...credentials, next })
      expect(response.headers.get('location')).toBe('/sign-in/done?next=%2Faccount')
      const done = await shop.get(`/sign-in/done?next=${encodeURIComponent(next)}`, { customer: true })
      expect(done.response.headers.get('location')).toBe('/account')
    },
  )

  it('keeps the session, then brings the cart along', async () => {
    const { sessions } = await shop.post('/sign-in', { ...credentials, next: '/checkout' })
    expect(sessions).toEqual(['secret-session'])
    const done = await shop.get('/sign-in/done?next=/checkout', { customer: true })
    expect(done.calls.map((call) => call.operation)).toContain('cart.mergeCart')
    expect(done.response.headers.get('location')).toBe('/checkout')
  })

  it('keeps the address that was typed, never the password', async () => {
    const failing = { 'identity.startSession': { code: 'IDENTITY_WRONG_CREDENTIALS', status: 401 } }
    const { response, html } = await shop.post('/sign-in', credentials, { failing })
    expect(response.status).toBe(401)
    expect(html).toContain('value="ada@example.com"')
    expect(html).not.toContain('a long enough password')
  })
})

describe('placing an order', () => {
  const typed = {
    _csrf: TOKEN,
    intent: 'place',
    idempotency_key: '0d9b2f6e-7c1e-4a39-9c7e-2f6d1b3a5c77',
    expected_total: '43.00',
    email: 'ada@example.com',
    full_name: 'Ada Lovelace',
    street: '12 St James Square',
    postal_code: 'SW1Y 4LB',
    city: 'London',
    country: 'GB',
    shipping_method: 's',
    payment_method: 'sandbox',
  }

  it('carries the key of the page and the total that was shown', async () => {
    const { calls } = await shop.post('/checkout', typed)
    const placed = calls.find((call) => call.operation === 'checkout.placeOrder')
    expect(placed?.options).toEqual({ idempotency_key: typed.idempotency_key })
    expect(placed?.input).toMatchObject({ email: typed.email, expected_total: '43.00', shipping_method: 's' })
  })

  it('keeps what was typed and marks the field when something is refused', async () => {
    const failing = {
      'checkout.placeOrder': {
        code: 'INVALID_INPUT',
        status: 400,
        errors: [{ path: 'shipping_address.postal_code', message: '' }],
      },
    }
    const { response, html } = await shop.post('/checkout', typed, { failing })
    expect(response.status).toBe(400)
    for (const value of ['Ada Lovelace', '12 St James Square', 'London'])
      expect(html).toContain(`value="${value}"`)
    expect(html).toMatch(
      /name="postal_code"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*name="postal_code"/,
    )
    expect(hiddenKey(html)).not.toBe(typed.idempotency_key)
  })

  it('keeps the key when nobody knows whether the order went through', async () => {
    const failing = { 'checkout.placeOrder': { code: 'UNAVAILABLE', status: 503 } }
    const { html } = await shop.post('/checkout', typed, { failing })
    expect(hiddenKey(html)).toBe(typed.idempotency_key)
  })
})
