import { failure } from '@rampart/platform/errors/app-error.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CAPTURED, COMPLETED, FAILED, guest, openCheckout, type Order } from './scene.ts'

let shop: Awaited<ReturnType<typeof openCheckout>>
beforeAll(async () => {
  shop = await openCheckout()
})
afterAll(() => shop.close())

async function placed(
  buyer = guest(),
): Promise<{ buyer: ReturnType<typeof guest>; order: Order; variant: string }> {
  const variant = shop.article()
  const order = await shop.place(buyer, { items: [{ variant_id: variant, quantity: 2 }] })
  return { buyer, order, variant }
}

test('paid: the browser’s return finishes it at once, and again changes nothing', async () => {
  const { buyer, order, variant } = await placed()
  shop.bank(order.id, 'captured')
  expect((await shop.complete(buyer, order.id)).status).toBe('paid')
  expect((await shop.complete(buyer, order.id)).status).toBe('paid')
  expect(await shop.ending(order.id)).toBe(COMPLETED)
  expect(shop.articles.get(variant)?.available).toBe(8)
})

test('stock that moves in this very moment: the next try sells it', async () => {
  const buyer = guest()
  const { id } = await shop.place(buyer, { items: [{ variant_id: shop.article(), quantity: 1 }] })
  shop.bank(id, 'captured')
  let moved = 0
  shop.watch.beforeCall = (name) => {
    if (name !== 'inventory.commitReservation' || moved === 2) return
    moved += 1
    throw failure('UNAVAILABLE')
  }
  expect((await shop.complete(buyer, id)).status).toBe('paid')
  delete shop.watch.beforeCall
  expect(moved).toBe(2)
})

test('still open: it waits', async () => {
  const { buyer, order } = await placed()
  expect((await shop.complete(buyer, order.id)).status).toBe('pending_payment')
  expect(await shop.ending(order.id)).toBe('open pending_payment pending held')
})

test('declined: the order is cancelled and its stock is back', async () => {
  const { buyer, order, variant } = await placed()
  shop.bank(order.id, 'failed')
  expect((await shop.complete(buyer, order.id)).status).toBe('cancelled')
  expect(await shop.ending(order.id)).toBe('abandoned cancelled failed released')
  expect(shop.articles.get(variant)?.available).toBe(10)
})

test('browser, webhook and reconciler at once finish it once', async () => {
  const { buyer, order, variant } = await placed()
  shop.bank(order.id, 'captured')
  await Promise.all([
    shop.complete(buyer, order.id),
    shop.tell(CAPTURED, order.id),
    shop.later(1),
    shop.complete(buyer, order.id),
    shop.tell(CAPTURED, order.id),
  ])
  expect(await shop.ending(order.id)).toBe(COMPLETED)
  expect(shop.articles.get(variant)?.available).toBe(8)
})

test('the webhook alone is enough, and one that comes twice is one', async () => {
  const { order } = await placed()
  shop.bank(order.id, 'captured')
  await shop.tell(CAPTURED, order.id)
  await shop.tell(CAPTURED, order.id)
  expect(await shop.ending(order.id)).toBe(COMPLETED)
  const failed = await placed()
  shop.bank(failed.order.id, 'failed')
  await shop.tell(FAILED, failed.order.id)
  expect(await shop.ending(failed.order.id)).toBe('abandoned cancelled failed released')
})

test('a failure that is heard after the capture undoes nothing', async () => {
  const { order } = await placed()
  shop.bank(order.id, 'captured')
  await shop.tell(CAPTURED, order.id)
  await shop.tell(FAILED, order.id)
  expect(await shop.ending(order.id)).toBe(COMPLETED)
})
