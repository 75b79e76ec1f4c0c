import { newId } from '@rampart/platform/crypto/ids.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, guest, openCarts } from './scene.ts'

let shop: Awaited<ReturnType<typeof openCarts>>
beforeAll(async () => {
  shop = await openCarts()
})
afterAll(() => shop.close())

test.each([
  ['guest', guest()],
  ['customer', customer()],
])('a %s fills, changes and empties a cart', async (_kind, who) => {
  const [shirt, cap] = [shop.article({ price_minor: 1_250 }), shop.article({ price_minor: 999 })]
  await shop.add(who, shirt, 2)
  await shop.add(who, shirt)
  const full = await shop.add(who, cap, 2)
  expect(full).toMatchObject({
    count: 5,
    subtotal: { amount: '57.48', currency: 'USD' },
    items: [
      {
        variant_id: shirt,
        quantity: 3,
        unit_price: { amount: '12.50' },
        line_total: { amount: '37.50' },
        notes: [],
      },
      { variant_id: cap, quantity: 2, line_total: { amount: '19.98' }, available: 100 },
    ],
  })
  const [first, second] = full.items
  expect((await shop.update(who, first!.id, 1)).items[0]).toMatchObject({ id: first!.id, quantity: 1 })
  expect((await shop.remove(who, first!.id)).items).toHaveLength(1)
  expect(await shop.remove(who, second!.id)).toMatchObject({
    id: full.id,
    items: [],
    count: 0,
    subtotal: { amount: '0.00', currency: 'USD' },
  })
})

test('someone without a cart has an empty one, and asking makes none', async () => {
  const empty = { id: null, items: [], count: 0, subtotal: { amount: '0.00', currency: 'USD' } }
  shop.takeCalls()
  for (const who of [guest(null), guest(), customer()]) expect(await shop.get(who)).toMatchObject(empty)
  expect(shop.takeCalls()).toEqual([])
})

test('a request asks catalogue and stock once each, also when it adds to a full cart', async () => {
  const who = customer()
  for (let i = 0; i < 3; i++) await shop.add(who, shop.article())
  shop.takeCalls()
  const { items } = await shop.add(who, shop.article())
  expect(shop.takeCalls()).toEqual(['getLevels', 'getVariantsForSale'])
  await shop.update(who, items[0]!.id, 2)
  expect(shop.takeCalls()).toEqual(['getLevels', 'getVariantsForSale'])
  await shop.get(who)
  expect(shop.takeCalls()).toEqual(['getLevels', 'getVariantsForSale'])
})

test('a product with one variant can be named by its product', async () => {
  const product_id = newId()
  const variant_id = shop.article({ product_id })
  const view = await shop.call('addItem', { product_id }, { principal: customer() })
  expect(view).toMatchObject({ items: [{ variant_id, product_id, quantity: 1 }] })
})

test('a line says what changed since it was put in', async () => {
  const who = customer()
  const ids = [shop.article(), shop.article(), shop.article(), shop.article(), shop.article()] as const
  for (const id of ids) await shop.add(who, id, 5)
  const [dearer, scarce, gone, retired, unknown] = ids
  shop.articles.get(dearer)!.price_minor = 1_100
  shop.articles.get(scarce)!.available = 2
  shop.articles.get(gone)!.available = 0
  shop.articles.get(retired)!.sellable = false
  shop.articles.delete(unknown)
  const view = await shop.get(who)
  expect(view.items.map(({ notes, quantity, line_total }) => [notes, quantity, line_total.amount])).toEqual([
    [['price_changed'], 5, '55.00'],
    [['quantity_reduced'], 2, '20.00'],
    [['out_of_stock'], 5, '0.00'],
    [['not_sold_any_more'], 5, '0.00'],
    [['not_sold_any_more'], 5, '0.00'],
  ])
  expect(view.items[4]).toMatchObject({ product_name: 'Linen shirt', sku: 'SKU-1', available: 0 })
  expect(view.subtotal.amount).toBe('75.00')
  expect((await shop.update(who, view.items[0]!.id, 4)).items[0]?.notes).toEqual([])
})

test('what was taken off sale is shown as it was put in, whatever it is called and costs by now', async () => {
  const who = guest()
  const article = shop.article()
  await shop.add(who, article)
  const named = { product_name: 'Next season', product_slug: 'next-season' }
  Object.assign(shop.articles.get(article)!, { named, price_minor: 1_200 })
  expect((await shop.get(who)).items[0]).toMatchObject({ ...named, unit_price: { amount: '12.00' } })
  shop.articles.get(article)!.sellable = false
  expect((await shop.get(who)).items[0]).toMatchObject({
    product_name: 'Linen shirt',
    product_slug: 'linen-shirt',
    unit_price: { amount: '10.00' },
    notes: ['not_sold_any_more'],
  })
})

test('what may be ordered beyond what is there is taken, and said to ship later', async () => {
  const who = customer()
  const article = shop.article({ available: 1, later: 3 })
  expect((await shop.add(who, article, 1)).items[0]?.notes).toEqual([])
  const { items } = await shop.add(who, article, 2)
  expect(items[0]).toMatchObject({ quantity: 3, available: 4, notes: ['ships_later'] })
  shop.articles.get(article)!.later = 1
  expect((await shop.get(who)).items[0]).toMatchObject({
    quantity: 2,
    notes: ['quantity_reduced', 'ships_later'],
  })
})

test('only the hash of a guest’s token is stored', async () => {
  const who = guest()
  await shop.add(who, shop.article())
  const stored = await shop.db.many<{ guest_token_hash: Buffer }>(sql`
    SELECT guest_token_hash FROM cart.carts WHERE guest_token_hash = ${hashToken(who.guest_token ?? '')}`)
  expect(stored).toHaveLength(1)
})

test('a customer’s edits are audited, one entry each; a guest’s are not', async () => {
  const [who, other] = [customer(), guest()]
  const variant_id = shop.article()
  const item = (await shop.add(who, variant_id)).items[0]!
  await shop.update(who, item.id, 3)
  await shop.remove(who, item.id)
  await shop.add(other, variant_id)
  const audits = await shop.audits()
  expect(audits.filter((entry) => entry.actor_id === who.id).map((entry) => entry.action)).toEqual([
    'cart.item-added',
    'cart.item-changed',
    'cart.item-removed',
  ])
  expect(audits.some((entry) => entry.actor_id === null)).toBe(false)
})
