import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, guest, homeAddress, notFound, openOrders, staff } from './scene.ts'

let shop: Awaited<ReturnType<typeof openOrders>>
beforeAll(async () => {
  shop = await openOrders()
})
afterAll(() => shop.close())

const clerk = staff()
const elsewhere = { ...homeAddress, full_name: 'Bea Nash', street: '9 Mill Lane' }

test('200: staff correct address and note; what is not named stays', async () => {
  const { id } = await shop.paid()
  const noted = await shop.correct(clerk, id, { note: 'ring twice' })
  expect(noted).toMatchObject({ note: 'ring twice', shipping_address: homeAddress })
  const moved = await shop.correct(clerk, id, { shipping_address: elsewhere })
  expect(moved).toMatchObject({ note: 'ring twice', shipping_address: elsewhere })
  expect((await shop.correct(clerk, id, { note: null })).note).toBeNull()
  expect((await shop.list(clerk, { q: 'bea nash' })).items.map((order) => order.id)).toEqual([id])
  const corrections = (await shop.audits(id)).filter((entry) => entry.action === 'orders.corrected')
  expect(corrections).toHaveLength(3)
})

test('200: two corrections of different fields at once both stay', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { id } = await shop.paid()
    await Promise.all([
      shop.correct(clerk, id, { note: 'ring twice' }),
      shop.correct(clerk, id, { shipping_address: elsewhere }),
    ])
    expect(await shop.get(clerk, id)).toMatchObject({ note: 'ring twice', shipping_address: elsewhere })
  }
})

test('409: not once it is shipped or cancelled', async () => {
  const [shipped, cancelled] = [await shop.paid(), await shop.paid()]
  await shop.step(clerk, shipped.id, 'shipped')
  await shop.cancel(clerk, cancelled.id)
  const before = await shop.events()
  for (const { id } of [shipped, cancelled]) {
    const correction = shop.correct(clerk, id, { note: 'late' })
    await expect(correction).rejects.toMatchObject({ code: 'ORDERS_NOT_EDITABLE', status: 409 })
  }
  expect(await shop.events()).toEqual(before)
})

test('401, 403, 404: by nobody else, and not where there is nothing', async () => {
  const buyer = customer()
  const { id } = await shop.paid(buyer)
  await expect(shop.correct(guest(), id, {})).rejects.toMatchObject({ status: 401 })
  await expect(shop.correct(buyer, id, {})).rejects.toMatchObject({ status: 403 })
  await expect(shop.correct(staff(['orders:read']), id, {})).rejects.toMatchObject({ status: 403 })
  await expect(shop.correct(clerk, newId(), {})).rejects.toMatchObject(notFound)
})

test('400: status, total and owner are not among the fields', async () => {
  const { id } = await shop.paid()
  for (const field of ['status', 'total', 'total_minor', 'customer_id', 'payment_status', 'email']) {
    await expect(shop.correct(clerk, id, { [field]: 'x' })).rejects.toMatchObject({ status: 400 })
  }
})
