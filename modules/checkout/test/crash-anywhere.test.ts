import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMPLETED, guest, openCheckout } from './scene.ts'

// A purchase is cut off before and after each of its calls. Whatever is left must be finished by the same request
// again, or undone by the reconciler: never half.

let shop: Awaited<ReturnType<typeof openCheckout>>
beforeAll(async () => {
  shop = await openCheckout()
})
afterAll(() => shop.close())

const steps = [
  'pricing.holdForOrder',
  'inventory.reserveStock',
  'payments.createPayment',
  'orders.createOrder',
]
const finishing = [
  'payments.syncPayment',
  'inventory.commitReservation',
  'pricing.settleForOrder',
  'orders.markPaid',
  'cart.takeOrderedLines',
]
const cuts = (names: readonly string[]) =>
  names.flatMap(
    (name) =>
      [
        [name, 'before'],
        [name, 'after'],
      ] as const,
  )

/** Fails the named call once, before or after it has its effect. */
function cutAt(name: string, moment: 'before' | 'after'): void {
  const cut = (called: string): void => {
    if (called !== name) return
    delete shop.watch.beforeCall
    delete shop.watch.afterCall
    throw new Error(`cut ${moment} ${name}`)
  }
  if (moment === 'before') shop.watch.beforeCall = cut
  else shop.watch.afterCall = cut
}

// The harness writes bugs to stderr; here they are made on purpose.
const quiet = { write: process.stderr.write }
beforeAll(() => {
  process.stderr.write = () => true
})
afterAll(() => {
  process.stderr.write = quiet.write
})

describe.each(cuts(steps))('placing, cut at %s %s', (name, moment) => {
  test('the same request again is one order with one hold', async () => {
    const [variant_id, buyer, key] = [shop.article(), guest(), newId()]
    const items = [{ variant_id, quantity: 2 }]
    const codes = shop.codes()
    cutAt(name, moment)
    await expect(shop.place(buyer, { items, ...codes.entered }, key)).rejects.toMatchObject({ status: 500 })
    const order = await shop.place(buyer, { items, ...codes.entered }, key)
    expect(await shop.ending(order.id)).toBe('open pending_payment pending held')
    expect(shop.articles.get(variant_id)?.available).toBe(8)
    expect((await shop.place(buyer, { items, ...codes.entered }, key)).id).toBe(order.id)
    expect(codes.left()).toEqual({ uses: 1, balance: 0 })
  })

  test('nobody comes back: it is undone, and the key is spent', async () => {
    const [variant_id, buyer, key] = [shop.article(), guest(), newId()]
    const items = [{ variant_id, quantity: 2 }]
    const codes = shop.codes()
    const known = new Set((await shop.processes()).map((process) => process.order_id))
    cutAt(name, moment)
    await expect(shop.place(buyer, { items, ...codes.entered }, key)).rejects.toMatchObject({ status: 500 })
    await shop.later(15 * 60)
    const left = (await shop.processes()).filter((process) => !known.has(process.order_id))
    expect(left.map((process) => process.state)).toEqual(['abandoned'])
    expect(shop.articles.get(variant_id)?.available).toBe(10)
    expect(shop.payments.get(left[0]!.order_id)?.bank ?? 'cancelled').toBe('cancelled')
    expect(codes.left()).toEqual({ uses: 0, balance: 500 })
    await expect(shop.place(buyer, { items, ...codes.entered }, key)).rejects.toMatchObject({
      code: 'CHECKOUT_FAILED',
    })
  })
})

test.each(cuts(finishing))('finishing, cut at %s %s, is finished by the reconciler', async (name, moment) => {
  const [variant_id, buyer] = [shop.article(), guest()]
  const cart_id = shop.cart(buyer, [{ variant_id, quantity: 2 }])
  const codes = shop.codes()
  const { id } = await shop.place(buyer, codes.entered)
  shop.bank(id, 'captured')
  cutAt(name, moment)
  await expect(shop.complete(buyer, id)).rejects.toMatchObject({ status: 500 })
  await shop.later(30)
  expect(await shop.ending(id)).toBe(COMPLETED)
  expect(shop.articles.get(variant_id)?.available).toBe(8)
  expect(shop.carts.get(cart_id)?.lines).toEqual([])
  expect(codes.left()).toEqual({ uses: 1, balance: 0 })
  expect(shop.book.holds.get(id)?.status).toBe('settled')
})

const undoing = [
  'orders.abandonOrder',
  'payments.cancelPayment',
  'inventory.releaseReservation',
  'pricing.releaseForOrder',
]

test.each(cuts(undoing))('undoing, cut at %s %s, is undone by the next look', async (name, moment) => {
  const variant_id = shop.article()
  const codes = shop.codes()
  const { id } = await shop.place(guest(), { items: [{ variant_id, quantity: 2 }], ...codes.entered })
  cutAt(name, moment)
  await shop.later(15 * 60)
  await shop.later(30)
  expect(await shop.ending(id)).toBe('abandoned cancelled cancelled released')
  expect(shop.articles.get(variant_id)?.available).toBe(10)
  expect(codes.left()).toEqual({ uses: 0, balance: 500 })
})
