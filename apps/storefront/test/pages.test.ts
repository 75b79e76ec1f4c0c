import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NONCE, openShop } from './page-harness.ts'

let shop: Awaited<ReturnType<typeof openShop>>

beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

const open = [
  '/',
  '/c/lamps?brand=Volta&from.weight=2',
  '/categories',
  '/p/lamp',
  '/p/lamp?variant=v2&added=1',
  '/search?q=lamp',
  '/cart',
  '/wishlist',
  '/wishlist/shared/t',
  '/compare',
  '/seen',
  '/checkout',
  '/checkout/return?order_id=o',
  '/orders/o?token=t&placed=1',
  '/orders/o/return?token=t',
  '/orders/o/returns/r?token=t',
  '/pay/sandbox/y',
  '/sign-in',
  '/sign-up',
  '/sign-up/check-mail',
  '/forgot-password',
  '/confirm-email?token=some',
  '/verify-email?token=x',
  '/help',
  '/about',
  '/offline',
  '/nowhere',
]
const own = [
  '/account',
  '/account/orders',
  '/account/returns',
  '/account/addresses',
  '/account/addresses/new',
  '/account/addresses/a',
  '/wishlist',
  '/checkout',
]

describe.each([
  ...open.map((path): [string, boolean] => [path, false]),
  ...own.map((path): [string, boolean] => [path, true]),
])('%s (customer: %s) before any script', (path, customer) => {
  it('obeys the content security policy: no style attribute, no inline handler, a nonce on every script', async () => {
    const { html } = await shop.get(path, { customer })
    expect(html).not.toMatch(/<[^>]+\sstyle=/)
    expect(html).not.toMatch(/<[a-z][^>]*\son[a-z]+=/)
    for (const [tag] of html.matchAll(/<script\b[^>]*>/g)) expect(tag).toContain(`nonce="${NONCE}"`)
    for (const [tag] of html.matchAll(/<style\b[^>]*>/g)) expect(tag).toContain(`nonce="${NONCE}"`)
  })

  it('is a whole document: one h1, one main, a title, a language, a way past the header', async () => {
    const { response, html } = await shop.get(path, { customer })
    expect(response.status).toBe(path === '/nowhere' ? 404 : 200)
    expect(html.match(/<h1[\s>]/g)).toHaveLength(1)
    expect(html.match(/<main[\s>]/g)).toHaveLength(1)
    expect(html).toMatch(/<title>[^<]+<\/title>/)
    expect(html).toMatch(/<html lang="en"/)
    if (!path.startsWith('/pay/')) expect(html).toContain('href="#main"')
  })

  it('gives every form that changes something its token', async () => {
    const { html } = await shop.get(path, { customer })
    for (const [form] of html.matchAll(/<form\b[^>]*method="post"[\s\S]*?<\/form>/g)) {
      expect(form).toContain('name="_csrf"')
    }
  })
})

it('lets nothing in a product’s name end the script that describes it', async () => {
  const { html } = await shop.get('/p/lamp')
  const facts = html.match(/<script type="application\/ld\+json"[^>]*>([\s\S]*?)<\/script>/)?.[1] ?? ''
  expect(JSON.parse(facts)).toMatchObject({ '@type': 'Product', name: '</script><b>Lamp</b>' })
})

it('speaks German to those who ask for it', async () => {
  const { html } = await shop.get('/cart', {})
  expect(html).toContain('Your cart')
  const german = await shop.post('/preferences', {
    _csrf: 'token-of-this-shopper',
    locale: 'de',
    return_to: '/cart',
  })
  expect(german.response.status).toBe(302)
  expect(german.response.headers.get('location')).toBe('/cart')
  expect(german.response.headers.get('set-cookie')).toContain('locale=de')
})

it('keeps strangers out of an account and brings them back after signing in', async () => {
  const { response } = await shop.get('/account/orders?page=2')
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe('/sign-in?next=%2Faccount%2Forders%3Fpage%3D2')
})

it('answers 404 where the API says there is nothing', async () => {
  const failing = { 'orders.getOrder': { code: 'NOT_FOUND', status: 404 } }
  expect((await shop.get('/orders/o', { failing })).response.status).toBe(404)
})

it('looks again by itself while the bank has not decided, script or not', async () => {
  const { response } = await shop.get('/checkout/return?order_id=o')
  expect(response.headers.get('refresh')).toBe('4')
})

it('reports what nobody expected, shows a reference, and tells nothing else', async () => {
  const failing = {
    'catalog.getProductBySlug': { code: 'UNAVAILABLE', status: 503, detail: 'SELECT secret' },
  }
  const { response, html, reported } = await shop.get('/p/lamp', { failing })
  expect(response.status).toBe(500)
  expect(reported).toHaveLength(1)
  expect(html).toContain('Reference: r')
  expect(html).not.toContain('secret')
})

it('serves what a browser needs to install the shop and to say that it is offline', async () => {
  const worker = await shop.get('/sw.js')
  expect(worker.response.headers.get('content-type')).toContain('text/javascript')
  expect(worker.html).toContain("credentials: 'omit'")
  expect(JSON.parse((await shop.get('/manifest.webmanifest')).html)).toMatchObject({
    name: 'Shop',
    start_url: '/',
  })
})

it('serves robots.txt and a sitemap at the public address', async () => {
  expect((await shop.get('/robots.txt')).html).toContain('Sitemap: http://shop.test/sitemap.xml')
  expect((await shop.get('/sitemap.xml')).html).toContain(
    '<loc>http://shop.test/sitemap/products-1.xml</loc>',
  )
  expect((await shop.get('/sitemap/pages.xml')).html).toContain('<loc>http://shop.test/c/desk-lamps</loc>')
})
