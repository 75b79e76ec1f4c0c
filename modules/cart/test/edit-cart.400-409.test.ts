import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, guest, openCarts } from './scene.ts'

let shop: Awaited<ReturnType<typeof openCarts>>
beforeAll(async () => {
  shop = await openCarts()
})
afterAll(() => shop.close())

test.each([
  [{}],
  [{ variant_id: newId(), product_id: newId() }],
  [{ variant_id: 'x' }],
  [{ variant_id: newId(), quantity: 0 }],
  [{ variant_id: newId(), quantity: 1.5 }],
  [{ variant_id: newId(), quantity: 10_000 }],
  [{ variant_id: newId(), price: 0 }],
])('400: %j is refused and makes no cart', async (input) => {
  const principal = customer()
  await expect(shop.call('addItem', input, { principal })).rejects.toMatchObject({
    code: 'VALIDATION_FAILED',
  })
  expect((await shop.get(principal)).id).toBeNull()
})

test('400: a product with several variants needs one to be chosen', async () => {
  const product_id = newId()
  shop.article({ product_id })
  shop.article({ product_id })
  await expect(shop.call('addItem', { product_id }, { principal: customer() })).rejects.toMatchObject({
    code: 'CART_VARIANT_NEEDED',
    status: 400,
  })
})

test('401 and 403: a guest without token is not served, staff have no cart', async () => {
  const staff = {
    kind: 'staff',
    id: newId(),
    session_id: newId(),
    role: 'owner',
    permissions: ['*:*'],
  } as const
  await expect(shop.add(guest(null), shop.article())).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  await expect(shop.get(staff)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(shop.merge(guest())).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  await expect(shop.call('takeOrderedLines', {}, { principal: customer() })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
})

test('404: what is not sold cannot be put in', async () => {
  const who = customer()
  const unknown = { code: 'CART_VARIANT_UNKNOWN', status: 404 }
  await expect(shop.add(who, newId())).rejects.toMatchObject(unknown)
  await expect(shop.add(who, shop.article({ sellable: false }))).rejects.toMatchObject(unknown)
  await expect(shop.call('addItem', { product_id: newId() }, { principal: who })).rejects.toMatchObject(
    unknown,
  )
  expect((await shop.get(who)).id).toBeNull()
})

test('409: no more than there is, counting what the cart already holds', async () => {
  const who = customer()
  const variant_id = shop.article({ available: 5 })
  const none = { code: 'CART_OUT_OF_STOCK', status: 409 }
  await expect(shop.add(who, variant_id, 6)).rejects.toMatchObject(none)
  const item = (await shop.add(who, variant_id, 3)).items[0]!
  await expect(shop.add(who, variant_id, 3)).rejects.toMatchObject(none)
  await expect(shop.update(who, item.id, 6)).rejects.toMatchObject(none)
  expect((await shop.get(who)).items[0]?.quantity).toBe(3)
})

test('409: a line of a retired article can be taken out but not changed', async () => {
  const who = customer()
  const variant_id = shop.article()
  const item = (await shop.add(who, variant_id)).items[0]!
  shop.articles.get(variant_id)!.sellable = false
  await expect(shop.update(who, item.id, 2)).rejects.toMatchObject({ code: 'CART_OUT_OF_STOCK' })
  expect((await shop.remove(who, item.id)).items).toEqual([])
})

test('409: a cart holds 100 different articles; the ones in it can still grow', async () => {
  const who = customer()
  const ids = Array.from({ length: 100 }, () => shop.article())
  for (const id of ids) await shop.add(who, id)
  await expect(shop.add(who, shop.article())).rejects.toMatchObject({ code: 'CART_FULL', status: 409 })
  expect((await shop.add(who, ids[0]!)).count).toBe(101)
})
