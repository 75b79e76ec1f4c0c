import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareRows } from '../app/lists/compare-rows.ts'
import { idsCookie, readIds, withId } from '../app/lists/id-cookie.ts'
import { openShop, TOKEN } from './page-harness.ts'

const id = (number: number): string => `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`
const withCookie = (cookie: string) => new Request('http://shop.test/', { headers: { cookie } })

describe('a list in a cookie', () => {
  it('comes back as it went, capped, and small enough for a browser to keep', () => {
    const ids = Array.from({ length: 60 }, (_, number) => id(number))
    const cookie = idsCookie('wishlist', ids, true)
    expect(cookie).toMatch(/; HttpOnly; Secure$/)
    expect(cookie.length).toBeLessThan(4_096)
    expect(readIds(withCookie(cookie.split(';')[0] ?? ''), 'wishlist')).toEqual(ids.slice(0, 50))
    expect(idsCookie('compare', [], false)).toContain('Max-Age=0')
  })

  it('holds ids and nothing else, whatever a browser sends', () => {
    const spoilt = `seen=<script>${id(1).replaceAll('-', '')}%00; other=${id(2).replaceAll('-', '')}`
    expect(readIds(withCookie(spoilt), 'seen')).toEqual([id(1)])
    expect(idsCookie('seen', ['x; Path=/admin', id(3)], false)).toBe(
      `seen=${id(3).replaceAll('-', '')}; Path=/; Max-Age=2592000; SameSite=Lax; HttpOnly`,
    )
    expect(withId([id(1), id(2)], id(2))).toEqual([id(2), id(1)])
  })
})

it('compares by attributes that at least one product has, and says where they differ', () => {
  const lamp = { attributes: [{ key: 'watts', name: 'Watts', value: 5 }] }
  const torch = {
    attributes: [
      { key: 'watts', name: 'Watts', value: 5 },
      { key: 'battery', name: 'Battery', value: true },
    ],
  }
  expect(compareRows([lamp, torch])).toEqual([
    { key: 'watts', name: 'Watts', values: [5, 5], differs: false },
    { key: 'battery', name: 'Battery', values: [null, true], differs: true },
  ])
})

describe('pages', () => {
  let shop: Awaited<ReturnType<typeof openShop>>
  beforeAll(async () => {
    shop = await openShop()
  }, 60_000)
  afterAll(() => shop.close())

  const cookieOf = (response: Response, name: string): string | undefined =>
    response.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`))

  it('a heart works without script: it comes back to the page it was on, with the list in a cookie', async () => {
    const fields = { _csrf: TOKEN, intent: 'add', product_id: id(7), return_to: '/c/lamps?page=2' }
    const { response, calls } = await shop.post('/wishlist', fields)
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe('/c/lamps?page=2')
    expect(cookieOf(response, 'wishlist')).toContain(id(7).replaceAll('-', ''))
    expect(calls).toEqual([])
    const away = await shop.post('/wishlist', { ...fields, return_to: '//evil.example' })
    expect(away.response.headers.get('location')).toBe('/')
  })

  it('keeps a customer’s wishes at the shop, and a guest’s in the browser alone', async () => {
    const fields = { _csrf: TOKEN, intent: 'add', product_id: id(7), return_to: '/' }
    const { response, calls } = await shop.post('/wishlist', fields, { customer: true })
    expect(cookieOf(response, 'wishlist')).toBeUndefined()
    expect(calls[0]).toMatchObject({ operation: 'customers.addToWishlist', input: { product_id: id(7) } })
    const guest = await shop.post('/wishlist', { _csrf: TOKEN, intent: 'share' })
    expect(guest.response.headers.get('location')).toBe('/sign-in?next=%2Fwishlist')
    expect(guest.calls).toEqual([])
  })

  it('takes what a guest wished for along at sign-in, once', async () => {
    const cookie = idsCookie('wishlist', [id(1), id(2)], false).split(';')[0] ?? ''
    const { response, calls } = await shop.get('/sign-in/done?next=/wishlist', { customer: true, cookie })
    expect(calls.map(({ operation }) => operation)).toEqual(['cart.mergeCart', 'customers.mergeWishlist'])
    expect(calls[1]?.input).toEqual({ product_ids: [id(1), id(2)] })
    expect(response.headers.get('location')).toBe('/wishlist')
    expect(cookieOf(response, 'wishlist')).toContain('Max-Age=0')
  })

  it('shows a link once, and says what cannot be done', async () => {
    const shared = await shop.post('/wishlist', { _csrf: TOKEN, intent: 'share' }, { customer: true })
    expect(shared.html).toContain('value="http://shop.test/wishlist/shared/t"')
    const failing = { 'customers.moveWishToCart': { code: 'CUSTOMERS_OUT_OF_STOCK', status: 409 } }
    const move = { _csrf: TOKEN, intent: 'move', product_id: id(7), slug: 'lamp' }
    const refused = await shop.post('/wishlist', move, { customer: true, failing })
    expect(refused.html).toContain('It is sold out just now.')
    const several = { 'customers.moveWishToCart': { code: 'CUSTOMERS_VARIANT_NEEDED', status: 400 } }
    const chosen = await shop.post('/wishlist', move, { customer: true, failing: several })
    expect(chosen.response.headers.get('location')).toBe('/p/lamp')
  })

  it('remembers what was looked at, and shows what was before', async () => {
    const before = idsCookie('seen', [id(5)], false).split(';')[0] ?? ''
    const { response, html, calls } = await shop.get('/p/lamp', { cookie: before })
    expect(response.headers.getSetCookie().join()).toContain('seen=')
    expect(html).toContain('Recently viewed')
    expect(calls.find(({ operation }) => operation === 'catalog.getCards')?.input).toEqual({
      product_ids: [id(5)],
    })
    const first = await shop.get('/')
    expect(first.html).not.toContain('Recently viewed')
  })

  it('lists all that was looked at, and forgets it when asked, script or not', async () => {
    const twelve = Array.from({ length: 12 }, (_, number) => id(number + 1))
    const cookie = idsCookie('seen', twelve, false).split(';')[0] ?? ''
    const { html, calls } = await shop.get('/seen', { cookie })
    expect(calls.find(({ operation }) => operation === 'catalog.getCards')?.input).toEqual({
      product_ids: twelve,
    })
    expect(html).toContain('Clear the list')
    const fields = { _csrf: TOKEN, intent: 'clear', return_to: '/seen' }
    const { response } = await shop.post('/seen', fields, { cookie })
    expect(response.headers.get('location')).toBe('/seen')
    expect(cookieOf(response, 'seen')).toMatch(/^seen=; .*Max-Age=0/)
    expect((await shop.get('/seen')).html).toContain('Nothing looked at yet')
  })

  it('compares four at most', async () => {
    const four = idsCookie('compare', [1, 2, 3, 4].map(id), false).split(';')[0] ?? ''
    const fields = { _csrf: TOKEN, intent: 'add', product_id: id(5), return_to: '/p/lamp' }
    const { response } = await shop.post('/compare', fields, { cookie: four })
    expect(response.status).toBe(409)
    const { html } = await shop.get('/compare', { cookie: four })
    expect(html.match(/scope="col"/g)).toHaveLength(4)
    const gone = { 'catalog.getProduct': { code: 'NOT_FOUND', status: 404 } }
    expect((await shop.get('/compare', { cookie: four, failing: gone })).html).toContain('Nothing to compare')
  })
})
