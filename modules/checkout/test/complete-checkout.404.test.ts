import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, guest, openCheckout } from './scene.ts'

// Seen to fail with the first getOrder taken out of completeCheckout.

let shop: Awaited<ReturnType<typeof openCheckout>>
beforeAll(async () => {
  shop = await openCheckout()
})
afterAll(() => shop.close())

test('another’s order is not there, and the try does not even ask the bank', async () => {
  const notFound = { code: 'NOT_FOUND', status: 404 }
  for (const buyer of [guest(), customer()]) {
    const order = await shop.place(buyer, { items: [{ variant_id: shop.article(), quantity: 1 }] })
    shop.bank(order.id, 'captured')
    const seen = shop.calls.length
    for (const stranger of [guest(), guest(null), customer()]) {
      await expect(shop.complete(stranger, order.id)).rejects.toMatchObject(notFound)
      await expect(shop.complete(stranger, newId())).rejects.toMatchObject(notFound)
    }
    expect(new Set(shop.calls.slice(seen))).toEqual(new Set(['orders.getOrder']))
    expect(await shop.state(order.id)).toBe('open')
  }
})
