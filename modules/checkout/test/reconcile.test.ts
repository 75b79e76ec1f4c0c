import { afterAll, beforeAll, expect, test } from 'vitest'
import { CAPTURED, COMPLETED, guest, openCheckout } from './scene.ts'

let shop: Awaited<ReturnType<typeof openCheckout>>
beforeAll(async () => {
  shop = await openCheckout()
})
afterAll(() => shop.close())

async function placed(): Promise<{ id: string; variant: string; buyer: ReturnType<typeof guest> }> {
  const [variant, buyer] = [shop.article(), guest()]
  const { id } = await shop.place(buyer, { items: [{ variant_id: variant, quantity: 2 }] })
  return { id, variant, buyer }
}

test('a lost webhook and a closed browser: the order is finished all the same', async () => {
  const { id } = await placed()
  shop.bank(id, 'captured')
  await shop.later(30)
  expect(await shop.ending(id)).toBe(COMPLETED)
})

test('an open payment waits for 14 minutes, then everything is undone', async () => {
  const { id, variant } = await placed()
  await shop.later(13 * 60)
  expect(await shop.ending(id)).toBe('open pending_payment pending held')
  await shop.later(61)
  expect(await shop.ending(id)).toBe('abandoned cancelled cancelled released')
  expect(shop.articles.get(variant)?.available).toBe(10)
  // Closed at the bank: nobody can pay it any more.
  expect(shop.payments.get(id)?.bank).toBe('cancelled')
})

test('paid at the very moment it is given up: it is finished', async () => {
  const { id } = await placed()
  shop.watch.beforeCall = (name) => {
    if (name === 'payments.cancelPayment') shop.bank(id, 'captured')
  }
  await shop.later(15 * 60)
  delete shop.watch.beforeCall
  expect(await shop.ending(id)).toBe(COMPLETED)
})

test('captured after it was given up: the money goes back, the stock stays on the shelf', async () => {
  const { id, variant } = await placed()
  await shop.later(15 * 60)
  shop.bank(id, 'captured')
  await shop.tell(CAPTURED, id)
  expect(await shop.ending(id)).toBe('abandoned cancelled refunded released')
  expect(shop.articles.get(variant)?.available).toBe(10)
})

test('captured after the stock was sold to others: the money goes back', async () => {
  const { id, variant } = await placed()
  // The hold ran out, and somebody else bought all there was.
  shop.reservations.get(id)!.status = 'released'
  shop.articles.get(variant)!.available = 0
  shop.bank(id, 'captured')
  await shop.tell(CAPTURED, id)
  expect(await shop.ending(id)).toBe('abandoned cancelled refunded released')
  expect(shop.articles.get(variant)?.available).toBe(0)
})

test('captured after the hold ran out, with enough left: it is sold anew', async () => {
  const { id, variant } = await placed()
  shop.reservations.get(id)!.status = 'released'
  shop.articles.get(variant)!.available = 2
  shop.bank(id, 'captured')
  await shop.tell(CAPTURED, id)
  expect(await shop.ending(id)).toBe(COMPLETED)
  expect(shop.articles.get(variant)?.available).toBe(0)
})

test('cancelled by its buyer while the capture was on its way: the money goes back', async () => {
  const { id } = await placed()
  Object.assign(shop.orders.get(id)!.order, { status: 'cancelled' })
  shop.bank(id, 'captured')
  await shop.later(30)
  expect(await shop.ending(id)).toBe('abandoned cancelled refunded released')
})

test('one purchase that cannot be decided does not hold up the others', async () => {
  const [broken, fine] = [await placed(), await placed()]
  shop.bank(fine.id, 'captured')
  shop.bank(broken.id, 'captured')
  // The payment is known and its stock was never held: no step can put that right.
  shop.reservations.delete(broken.id)
  await shop.later(30)
  expect(await shop.ending(fine.id)).toBe(COMPLETED)
  expect(await shop.state(broken.id)).toBe('open')
})

test('what is not due is not looked at', async () => {
  const { id } = await placed()
  const seen = shop.calls.length
  await shop.runSchedule('reconcile')
  expect(shop.calls.slice(seen)).toEqual([])
  expect(await shop.state(id)).toBe('open')
})
