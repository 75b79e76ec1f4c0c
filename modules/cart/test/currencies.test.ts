import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '@rampart/platform/db/sql.ts'
import { minorOf } from '@rampart/platform/money/money.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import { customer, guest, openCarts, type View } from './scene.ts'

let shop: Awaited<ReturnType<typeof openCarts>>
beforeAll(async () => {
  shop = await openCarts({ settings: { shop_currencies: ['USD', 'JPY', 'KWD'] } })
})
afterAll(() => shop.close())

const choose = (principal: Principal, currency: string): Promise<View> =>
  shop.call('setCurrency', { currency }, { principal })
const addIn = (principal: Principal, variant_id: string, currency?: string): Promise<View> =>
  shop.call('addItem', { variant_id, currency }, { principal })

/** Every amount is in one currency, each article costs what it costs in that one, and the subtotal is the sum of the lines. */
function expectOneCurrency(view: View): void {
  const { currency } = view.subtotal
  for (const { variant_id, unit_price } of view.items) {
    const article = shop.articles.get(variant_id)
    expect(minorOf(unit_price)).toBe(currency === 'USD' ? article?.price_minor : article?.prices?.[currency])
  }
  const amounts = view.items.flatMap(({ unit_price, line_total }) => [unit_price, line_total])
  expect(new Set([currency, ...amounts.map((amount) => amount.currency)]).size).toBe(1)
  expect(minorOf(view.subtotal)).toBe(
    view.items.reduce((sum, { line_total }) => sum + minorOf(line_total), 0),
  )
}

test('a cart is priced in the currency chosen for it, whichever its lines were put in with', async () => {
  const who = guest()
  const shirt = shop.article({ price_minor: 1_000, prices: { JPY: 1_500, KWD: 3_075 } })
  expect((await shop.add(who, shirt, 2)).subtotal).toEqual({ amount: '20.00', currency: 'USD' })
  const inYen = await choose(who, 'JPY')
  expect(inYen).toMatchObject({
    items: [{ unit_price: { amount: '1500', currency: 'JPY' }, notes: [] }],
    subtotal: { amount: '3000', currency: 'JPY' },
  })
  expect((await addIn(who, shirt, 'KWD')).subtotal).toEqual({ amount: '9.225', currency: 'KWD' })
  expect((await shop.get(who)).subtotal.currency).toBe('KWD')
  expect((await shop.forCheckout(who)) as object).toMatchObject({ currency: 'KWD' })
})

test('what has no price in the currency stays, costs nothing and says so', async () => {
  const who = customer()
  const [shirt, cap] = [shop.article({ prices: { JPY: 1_500 } }), shop.article()]
  await shop.add(who, shirt)
  const [, line] = (await shop.add(who, cap)).items
  const view = await choose(who, 'JPY')
  expect(view.items.map(({ notes, line_total }) => [notes, line_total.amount])).toEqual([
    [[], '1500'],
    [['not_sold_in_currency'], '0'],
  ])
  expect(view.subtotal).toEqual({ amount: '1500', currency: 'JPY' })
  await expect(shop.update(who, line!.id, 2)).rejects.toMatchObject({ code: 'CART_NOT_IN_CURRENCY' })
  await expect(shop.add(who, cap)).rejects.toMatchObject({ code: 'CART_NOT_IN_CURRENCY', status: 409 })
  expect((await choose(who, 'USD')).items[1]?.notes).toEqual([])
})

test('an article that is not sold any more is not said to lack a price', async () => {
  const who = guest()
  const cap = shop.article()
  await shop.add(who, cap)
  shop.articles.get(cap)!.sellable = false
  expect((await choose(who, 'JPY')).items[0]?.notes).toEqual(['not_sold_any_more'])
})

test('a price is only said to have changed in the currency it was seen in', async () => {
  const who = guest()
  const shirt = shop.article({ price_minor: 1_000, prices: { JPY: 1_500 } })
  await shop.add(who, shirt)
  shop.articles.get(shirt)!.price_minor = 1_100
  expect((await choose(who, 'JPY')).items[0]?.notes).toEqual([])
  expect((await choose(who, 'USD')).items[0]?.notes).toEqual(['price_changed'])
})

test.each(['EUR', 'BTC'])('%s, in which the shop does not sell, is refused', async (currency) => {
  const who = guest()
  await expect(choose(who, currency)).rejects.toMatchObject({ code: 'CART_CURRENCY_UNKNOWN' })
  await expect(addIn(who, shop.article(), currency)).rejects.toMatchObject({ code: 'CART_CURRENCY_UNKNOWN' })
  expect((await shop.get(who)).id).toBeNull()
})

test('a currency that the shop gave up leaves carts in its own', async () => {
  const who = customer()
  await shop.add(who, shop.article({ price_minor: 1_000 }))
  await shop.db.run(sql`UPDATE cart.carts SET currency = 'EUR' WHERE customer_id = ${who.id}`)
  expect((await shop.get(who)).subtotal).toEqual({ amount: '10.00', currency: 'USD' })
})

test('signing in, what was chosen last counts', async () => {
  const before = guest()
  const who = customer(before.guest_token)
  const shirt = shop.article({ prices: { JPY: 1_500 } })
  await shop.add(who, shop.article({ prices: { JPY: 800 } }))
  await addIn(before, shirt, 'JPY')
  expect((await shop.merge(who)).subtotal).toEqual({ amount: '2300', currency: 'JPY' })
})

test('a customer’s choice is audited', async () => {
  const who = customer()
  await choose(who, 'JPY')
  const own = (await shop.audits()).filter(({ actor_id }) => actor_id === who.id)
  expect(own.map(({ action }) => action)).toEqual(['cart.currency-changed'])
})

// Planted: lines that keep the price they were put in with (`unit_price_minor` in cart-view.ts) add yen to dollars.
test('requests at once that each choose another currency never make a mixed total', async () => {
  const who = customer()
  const articles = [1, 2, 3, 4].map((n) =>
    shop.article({ price_minor: n * 1_001, prices: { JPY: n * 1_503, KWD: n * 3_077 } }),
  )
  const currencies = ['USD', 'JPY', 'KWD']
  for (let round = 0; round < 10; round++) {
    const views = await Promise.all(
      [...Array(12).keys()].map((n) => {
        const currency = currencies[(n + round) % 3]!
        if (n % 4 === 0) return choose(who, currency)
        if (n % 4 === 1) return shop.get(who)
        return addIn(who, articles[n % 4]!, n % 3 === 0 ? undefined : currency)
      }),
    )
    views.forEach(expectOneCurrency)
    const [seen, checkedOut] = [await shop.get(who), await shop.forCheckout(who)]
    expectOneCurrency(seen)
    expect(checkedOut).toMatchObject({ currency: seen.subtotal.currency })
  }
})
