import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, guest, openCarts } from './scene.ts'

const now = new Date('2026-06-01T12:00:00.000Z')
let shop: Awaited<ReturnType<typeof openCarts>>
beforeAll(async () => {
  shop = await openCarts({ clock: () => now })
})
afterAll(() => shop.close())

test('an order takes its pieces out of the cart once, however often and at once it is told', async () => {
  // Without claimOrder (take-ordered-lines.ts) each of the calls takes three pieces, and the cart is empty (seen).
  const who = guest()
  const [shirt, cap] = [shop.article(), shop.article()]
  await shop.add(who, shirt, 8)
  const { id } = await shop.add(who, cap, 2)
  const order = {
    cart_id: id,
    order_id: newId(),
    lines: [
      { variant_id: shirt, quantity: 1 },
      { variant_id: shirt, quantity: 2 },
      { variant_id: cap, quantity: 2 },
    ],
  }
  await Promise.all(Array.from({ length: 6 }, () => shop.take(order)))
  expect((await shop.get(who)).items).toMatchObject([{ variant_id: shirt, quantity: 5 }])
})

test('pieces that are not there any more, and a cart that is gone, do no harm', async () => {
  const who = customer()
  const variant_id = shop.article()
  const { id } = await shop.add(who, variant_id, 1)
  const lines = [
    { variant_id, quantity: 5 },
    { variant_id: newId(), quantity: 1 },
  ]
  await shop.take({ cart_id: id, order_id: newId(), lines })
  expect((await shop.get(who)).items).toEqual([])
  await shop.take({ cart_id: newId(), order_id: newId(), lines })
})

test('parallel adds sum up exactly, to what there is and no more', async () => {
  // Without the guard at the end of addToItem's statement the line grows to 20 (seen).
  const who = customer()
  const variant_id = shop.article({ available: 15 })
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => shop.add(who, variant_id)))
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(15)
  expect((await shop.get(who)).items).toMatchObject([{ variant_id, quantity: 15 }])
})

test('parallel first adds make one cart, and no more than 100 lines', async () => {
  // Without the lock that openCart takes, two that both count 99 lines both add theirs (seen).
  const who = guest()
  const ids = Array.from({ length: 104 }, () => shop.article())
  const tries = await Promise.allSettled(ids.map((id) => shop.add(who, id)))
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(100)
  expect((await shop.get(who)).items).toHaveLength(100)
})

test('guests’ carts that nobody touched for 60 days are deleted, customers’ are kept', async () => {
  const [forgotten, recent, kept] = [guest(), guest(), customer()]
  for (const who of [forgotten, recent, kept]) await shop.add(who, shop.article())
  const age = async (who: typeof forgotten | typeof kept, days: number) => {
    const { id } = await shop.get(who)
    await shop.db.run(
      sql`UPDATE cart.carts SET updated_at = ${now}::timestamptz - ${days} * interval '1 day' WHERE id = ${id}`,
    )
  }
  await age(forgotten, 61)
  await age(recent, 59)
  await age(kept, 400)
  await shop.runSchedule('forget-guest-carts')
  const counts = await Promise.all([forgotten, recent, kept].map(async (who) => (await shop.get(who)).count))
  expect(counts).toEqual([0, 1, 1])
})
