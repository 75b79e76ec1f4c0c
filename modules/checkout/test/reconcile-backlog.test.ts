import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { guest, openCheckout } from './scene.ts'

let shop: Awaited<ReturnType<typeof openCheckout>>
beforeAll(async () => {
  shop = await openCheckout()
})
afterAll(() => shop.close())

test('money that came for an order that was never written goes back', async () => {
  const variant = shop.article()
  const known = new Set((await shop.processes()).map((process) => process.order_id))
  shop.watch.beforeCall = (name) => {
    if (name === 'orders.createOrder') throw new Error('died before the order was written')
  }
  await shop.place(guest(), { items: [{ variant_id: variant, quantity: 2 }] }, newId()).catch(() => undefined)
  delete shop.watch.beforeCall
  const order_id = (await shop.processes()).find((process) => !known.has(process.order_id))?.order_id ?? ''
  shop.bank(order_id, 'captured')
  await shop.later(30)
  // The request may still be on its way to write it.
  expect(await shop.state(order_id)).toBe('open')
  await shop.later(120)
  expect(await shop.ending(order_id)).toBe('abandoned none refunded released')
  expect(shop.articles.get(variant)?.available).toBe(10)
})

test('however many purchases wait, one turn decides all of them', async () => {
  const { id } = await shop.place(guest(), { items: [{ variant_id: shop.article(), quantity: 1 }] })
  await shop.db.run(sql`
    INSERT INTO checkout.processes (order_id, idempotency_key, plan, check_at, created_at)
    SELECT gen_random_uuid(), 'backlog-' || n, plan, now(), now() - interval '10 minutes'
    FROM checkout.processes, generate_series(1, 250) AS n WHERE order_id = ${id}`)
  await shop.later(15 * 60)
  const { open } = await shop.db.one<{ open: number }>(
    sql`SELECT count(*)::int AS open FROM checkout.processes WHERE state = 'open'`,
  )
  expect(open).toBe(0)
})
