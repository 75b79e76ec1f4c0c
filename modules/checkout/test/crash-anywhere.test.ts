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

const steps = ['inventory.reserveStock', 'payments.createPayment', 'orders.createOrder']
const finishing = [
  'payments.syncPayment',
  'inventory.commitReservation',
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
    cutAt(name, moment)
    await expect(shop.place(buyer, { items }, key)).rejects.toMatchObject({ status: 500 })
    const order = await shop.place(buyer, { items }, key)
    expect(await shop.ending(order.id)).toBe('open pending_payment pending held')
    expect(shop.articles.get(variant_id)?.available).toBe(8)
    expect((await shop.place(buyer, { items }, key)).id).toBe(order.id)
  })

  test('nobody comes back: it is undone, and the key is spent', async () => {
    const [variant_id, buyer, key] = [shop.article(), guest(), newId()]
    const items = [{ variant_id, quantity: 2 }]
    const known = new Set((await shop.processes()).map((process) => process.order_id))
    cutAt(name, moment)
    await expect(shop.place(buyer, { items }, key)).rejects.toMatchObject({ status: 500 })
    await shop.later(15 * 60)
    const left = (await shop.processes()).filter((process) => !known.has(process.order_id))
    expect(left.map((process) => process.state)).toEqual(['abandoned'])
    expect(shop.articles.get(variant_id)?.available).toBe(10)
    expect(shop.payments.get(left[0]!.order_id)?.bank ?? 'cancelled').toBe('cancelled')
    await expect(shop.place(buyer, { items }, key)).rejects.toMatchObject({ code: 'CHECKOUT_FAILED' })
  })
})

test.each(cuts(finishing))('finishing, cut at %s %s, is finished by the reconciler', async (name, moment) => {
  const [variant_id, buyer] = [shop.article(), guest()]
  const cart_id = shop.cart(buyer, [{ variant_id, quantity: 2 }])
  const { id } = await shop.place(buyer, {})
  shop.bank(id, 'captured')
  cutAt(name, moment)
  await expect(shop.complete(buyer, id)).rejects.toMatchObject({ status: 500 })
  await shop.later(30)
  expect(await shop.ending(id)).toBe(COMPLETED)
  expect(shop.articles.get(variant_id)?.available).toBe(8)
  expect(shop.carts.get(cart_id)?.lines).toEqual([])
})

test.each(cuts(['orders.abandonOrder', 'payments.cancelPayment', 'inventory.releaseReservation']))(
  'undoing, cut at %s %s, is undone by the next look',
  async (name, moment) => {
    const variant_id = shop.article()
    const { id } = await shop.place(guest(), { items: [{ variant_id, quantity: 2 }] })
    cutAt(name, moment)
    await shop.later(15 * 60)
    await shop.later(30)
    expect(await shop.ending(id)).toBe('abandoned cancelled cancelled released')
    expect(shop.articles.get(variant_id)?.available).toBe(10)
  },
)
