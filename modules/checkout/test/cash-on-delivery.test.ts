import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CAPTURED, guest, homeAddress, openCheckout } from './scene.ts'

let shop: Awaited<ReturnType<typeof openCheckout>>
const write = process.stderr.write
beforeAll(async () => {
  shop = await openCheckout()
  // The harness writes bugs to stderr; here they are made on purpose.
  process.stderr.write = () => true
})
afterAll(async () => {
  process.stderr.write = write
  await shop.close()
})

const ACCEPTED = 'completed processing pending committed'
const byCash = { payment_method: 'cash_on_delivery', shipping_address: { ...homeAddress, country: 'IN' } }

/** A cart of two pieces, and what orders it. */
function wanted() {
  const [variant_id, buyer] = [shop.article(), guest()]
  const cart_id = shop.cart(buyer, [{ variant_id, quantity: 2 }])
  return { variant_id, buyer, cart_id, key: newId() }
}

test('an order that is paid at the door is taken in at once: stock sold, cart emptied, nothing captured', async () => {
  const { variant_id, buyer, cart_id, key } = wanted()
  const order = await shop.place(buyer, { cart_id, ...byCash }, key)
  expect(order.status).toBe('processing')
  expect(await shop.ending(order.id)).toBe(ACCEPTED)
  expect(shop.articles.get(variant_id)?.available).toBe(8)
  expect(shop.carts.get(cart_id)?.lines).toEqual([])
  expect((await shop.place(buyer, { cart_id, ...byCash }, key)).id).toBe(order.id)
  // Neither the reconciler nor the buyer's return gives it up, and the cash that comes later changes nothing here.
  await shop.later(60 * 60)
  await shop.complete(buyer, order.id)
  shop.bank(order.id, 'captured')
  await shop.tell(CAPTURED, order.id)
  expect(await shop.ending(order.id)).toBe('completed processing captured committed')
})

test('it is offered where the order may go that way alone', async () => {
  const { buyer, cart_id } = wanted()
  await expect(shop.place(buyer, { cart_id, payment_method: 'cash_on_delivery' })).rejects.toMatchObject({
    code: 'CHECKOUT_PAYMENT_NOT_OFFERED',
  })
  const items = [{ variant_id: shop.article(), quantity: 1 }]
  const codes = async (more: object) =>
    (await shop.quote(guest(), { items, ...more })).payment_methods.map(({ code }) => code)
  expect(await codes({ country: 'IN' })).toEqual(['sandbox', 'cash_on_delivery'])
  expect(await codes({ country: 'GB' })).toEqual(['sandbox'])
  expect(await codes({})).toEqual(['sandbox'])
})

const calls = [
  'inventory.reserveStock',
  'payments.createPayment',
  'orders.createOrder',
  'inventory.commitReservation',
  'orders.acceptOrder',
  'cart.takeOrderedLines',
]

test.each(calls.flatMap((name) => [[name, 'before'] as const, [name, 'after'] as const]))(
  'cut at %s %s, the same request again or the reconciler ends it whole',
  async (name, moment) => {
    const cutOnce = () => {
      const cut = (called: string): void => {
        if (called !== name) return
        delete shop.watch.beforeCall
        delete shop.watch.afterCall
        throw new Error(`cut ${moment} ${name}`)
      }
      if (moment === 'before') shop.watch.beforeCall = cut
      else shop.watch.afterCall = cut
    }
    const again = wanted()
    cutOnce()
    await expect(
      shop.place(again.buyer, { cart_id: again.cart_id, ...byCash }, again.key),
    ).rejects.toMatchObject({
      status: 500,
    })
    const order = await shop.place(again.buyer, { cart_id: again.cart_id, ...byCash }, again.key)
    expect(await shop.ending(order.id)).toBe(ACCEPTED)

    const known = new Set((await shop.processes()).map(({ order_id }) => order_id))
    const alone = wanted()
    cutOnce()
    await expect(
      shop.place(alone.buyer, { cart_id: alone.cart_id, ...byCash }, alone.key),
    ).rejects.toMatchObject({
      status: 500,
    })
    await shop.later(15 * 60)
    await shop.later(15 * 60)
    const [left] = (await shop.processes()).filter(({ order_id }) => !known.has(order_id))
    const ordered = shop.orders.has(left!.order_id)
    expect(left!.state).toBe(ordered ? 'completed' : 'abandoned')
    if (ordered) expect(await shop.ending(left!.order_id)).toBe(ACCEPTED)
    expect(shop.articles.get(alone.variant_id)?.available).toBe(ordered ? 8 : 10)
  },
)
