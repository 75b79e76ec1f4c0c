import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, guest, notFound, openOrders, staff } from './scene.ts'

// Seen to fail with `owner.condition` taken out of findOrder and changeStatus; either alone backs the other.

let shop: Awaited<ReturnType<typeof openOrders>>
beforeAll(async () => {
  shop = await openOrders()
})
afterAll(() => shop.close())

test('nobody cancels another’s order, and nothing of the try is left', async () => {
  const placed = [await shop.place(customer()), await shop.place(guest()), await shop.paid()]
  const before = await shop.events()
  for (const { id } of placed) {
    for (const stranger of [customer(), guest(), guest(null)]) {
      await expect(shop.cancel(stranger, id)).rejects.toMatchObject(notFound)
      await expect(shop.cancel(stranger, newId())).rejects.toMatchObject(notFound)
    }
  }
  await expect(shop.cancel(staff(), newId())).rejects.toMatchObject(notFound)
  expect(await shop.events()).toEqual(before)
  const statuses = await Promise.all(placed.map(async ({ id }) => (await shop.get(staff(), id)).status))
  expect(statuses).toEqual(['pending_payment', 'pending_payment', 'paid'])
})

test('staff need the permission, which the order’s token does not replace', async () => {
  const order = await shop.place(guest())
  const reader = staff(['orders:read'])
  const forbidden = { status: 403 }
  await expect(shop.cancel(reader, order.id)).rejects.toMatchObject(forbidden)
  await expect(shop.cancel(reader, order.id, { token: order.tracking_token })).rejects.toMatchObject(
    forbidden,
  )
})
