import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, guest, openCarts } from './scene.ts'

let shop: Awaited<ReturnType<typeof openCarts>>
beforeAll(async () => {
  shop = await openCarts()
})
afterAll(() => shop.close())

test('the cart from before signing in moves into the customer’s, shared lines summed', async () => {
  const before = guest()
  const who = customer(before.guest_token)
  const [shared, own, other] = [shop.article(), shop.article(), shop.article()]
  await shop.add(who, shared, 2)
  await shop.add(who, own, 1)
  await shop.add(before, shared, 3)
  await shop.add(before, other, 4)
  const quantities = (await shop.merge(who)).items.map((item) => [item.variant_id, item.quantity])
  expect(new Map(quantities as [string, number][])).toEqual(
    new Map([
      [shared, 5],
      [own, 1],
      [other, 4],
    ]),
  )
  expect((await shop.get(before)).id).toBeNull()
})

test('merging again, without token, or with nothing waiting changes nothing', async () => {
  const before = guest()
  const who = customer(before.guest_token)
  await shop.add(before, shop.article(), 3)
  const merged = await shop.merge(who)
  expect(await shop.merge(who)).toEqual(merged)
  expect(await shop.merge({ ...who, guest_token: null })).toEqual(merged)
  expect((await shop.merge(customer(guest().guest_token))).id).toBeNull()
})

test('summed pieces stop at 9,999', async () => {
  const before = guest()
  const who = customer(before.guest_token)
  const variant_id = shop.article({ available: 9_999 })
  await shop.add(who, variant_id, 9_000)
  await shop.add(before, variant_id, 9_000)
  expect((await shop.merge(who)).items[0]?.quantity).toBe(9_999)
})

test('a merged cart holds no more than 100 lines; the latest of the guest’s come first', async () => {
  const before = guest()
  const who = customer(before.guest_token)
  for (let i = 0; i < 98; i++) await shop.add(who, shop.article())
  const late: string[] = []
  for (let i = 0; i < 4; i++) late.push(shop.article())
  for (const id of late) await shop.add(before, id)
  const ids = (await shop.merge(who)).items.map((item) => item.variant_id)
  expect(ids).toHaveLength(100)
  expect(ids).toEqual(expect.arrayContaining(late.slice(2)))
})

test('parallel merges move the cart once', async () => {
  const before = guest()
  const who = customer(before.guest_token)
  const variant_id = shop.article()
  await shop.add(who, variant_id, 1)
  await shop.add(before, variant_id, 5)
  await Promise.all(Array.from({ length: 12 }, () => shop.merge(who)))
  expect((await shop.get(who)).items).toMatchObject([{ variant_id, quantity: 6 }])
  expect(
    (await shop.audits()).filter((entry) => entry.actor_id === who.id && entry.action === 'cart.merged'),
  ).toHaveLength(1)
})

// The next two fail when merge-cart.ts reads the guest's cart without locking it (seen): both customers get the
// pieces, and what was put in late goes down with the cart.
test('two customers with one token: one of them gets the cart', async () => {
  const before = guest()
  const [one, two] = [customer(before.guest_token), customer(before.guest_token)]
  await shop.add(before, shop.article(), 5)
  const views = await Promise.all([shop.merge(one), shop.merge(two)])
  expect(views.map((view) => view.count).sort()).toEqual([0, 5])
})

test('what a guest puts in while the cart is merged is not lost', async () => {
  const before = guest()
  const who = customer(before.guest_token)
  await shop.add(before, shop.article())
  const late = Array.from({ length: 6 }, () => shop.article())
  await Promise.all([...late.map((id) => shop.add(before, id)), shop.merge(who)])
  const left = await shop.get(before)
  const merged = await shop.merge(who)
  expect(merged.items).toHaveLength(7)
  expect(left.items.length).toBeLessThanOrEqual(6)
})
