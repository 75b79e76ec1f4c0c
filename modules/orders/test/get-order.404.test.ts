import { newId } from '@rampart/platform/crypto/ids.ts'
import { randomToken } from '@rampart/platform/crypto/tokens.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { customer, guest, notFound, openOrders, type Order, staff } from './scene.ts'

// Seen to fail with `owner.condition` taken out of findOrder, and with `order:${orderId}` out of the token.

let shop: Awaited<ReturnType<typeof openOrders>>
beforeAll(async () => {
  shop = await openOrders()
})
afterAll(() => shop.close())

describe.each([
  ['a customer’s', customer()],
  ['a guest’s', guest()],
])('%s order', (_whose, buyer) => {
  let order: Order
  beforeAll(async () => {
    order = await shop.place(buyer)
  })

  test('is there for its buyer, and for staff', async () => {
    expect((await shop.get(buyer, order.id)).id).toBe(order.id)
    expect((await shop.get(staff(['orders:read']), order.id)).id).toBe(order.id)
  })

  test.each([
    ['another customer', customer()],
    ['another guest', guest()],
    ['a guest without token', guest(null)],
  ])('is not there for %s, like one that never was', async (_who, stranger) => {
    const other = await shop.place(stranger.kind === 'guest' ? guest() : stranger)
    const otherToken = (await shop.place(guest())).tracking_token ?? ''
    for (const id of [order.id, newId()]) {
      await expect(shop.get(stranger, id)).rejects.toMatchObject(notFound)
      await expect(shop.get(stranger, id, randomToken())).rejects.toMatchObject(notFound)
      await expect(shop.get(stranger, id, '')).rejects.toMatchObject(notFound)
      await expect(shop.get(stranger, id, otherToken)).rejects.toMatchObject(notFound)
      await expect(shop.cancel(stranger, id, { token: otherToken })).rejects.toMatchObject(notFound)
    }
    expect(other.id).not.toBe(order.id)
  })
})

test('a tracking token opens its own order and no other', async () => {
  const [mine, other] = [await shop.place(guest()), await shop.place(guest())]
  expect((await shop.get(guest(null), mine.id, mine.tracking_token ?? '')).id).toBe(mine.id)
  await expect(shop.get(guest(null), other.id, mine.tracking_token ?? '')).rejects.toMatchObject(notFound)
})

test('a token that was cut, lengthened or changed opens nothing', async () => {
  const order = await shop.place(guest())
  const token = order.tracking_token ?? ''
  const changed = (token.startsWith('A') ? 'B' : 'A') + token.slice(1)
  for (const wrong of [token.slice(0, -1), `${token}=`, ` ${token}`, token.toLowerCase(), changed]) {
    await expect(shop.get(guest(null), order.id, wrong)).rejects.toMatchObject(notFound)
  }
})

test('staff without the permission see nothing, with or without the order’s token', async () => {
  const order = await shop.place(guest())
  const token = order.tracking_token ?? ''
  await expect(shop.get(staff(['catalog:read']), order.id)).rejects.toMatchObject({ status: 403 })
  await expect(shop.get(staff(['catalog:read']), order.id, token)).rejects.toMatchObject({ status: 403 })
})

test('only the buyer is told where to pay, and only a guest the tracking token', async () => {
  const order = await shop.place(guest())
  const seen = await shop.get(staff(['orders:read']), order.id)
  expect(seen.payment?.next_action).toBeNull()
  expect(seen.tracking_token).toBeNull()
})
