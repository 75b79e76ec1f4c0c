import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clerk, openReturns } from './returns-scene.ts'
import { customer, guest, notFound, staff } from './scene.ts'

let shop: Awaited<ReturnType<typeof openReturns>>
let later = 0
beforeAll(async () => {
  shop = await openReturns({ clock: () => new Date(Date.now() + later) })
})
afterAll(() => shop.close())

const DAY = 86_400_000
const notAllowed = { code: 'ORDERS_RETURN_STEP_NOT_ALLOWED', status: 409 }

test('nothing was delivered, or too long ago; staff may still begin one', async () => {
  const buyer = customer()
  const paid = await shop.paid(buyer)
  await expect(shop.request(buyer, paid)).rejects.toMatchObject({ code: 'ORDERS_NOT_RETURNABLE' })
  expect(await shop.of(buyer, paid.id)).toEqual({ items: [], returnable: [], until: null })
  const order = await shop.delivered(buyer)
  expect((await shop.of(buyer, order.id)).until).not.toBeNull()
  later = 30 * DAY + 60_000
  const over = { code: 'ORDERS_RETURN_PERIOD_OVER', status: 409 }
  await expect(shop.request(buyer, order)).rejects.toMatchObject(over)
  expect((await shop.of(buyer, order.id)).returnable).toEqual([])
  expect((await shop.request(clerk, order)).status).toBe('requested')
  later = 0
})

test('a shop that takes nothing back', async () => {
  const buyer = customer()
  const order = await shop.delivered(buyer)
  const set = (period_days: number, address: string | null) =>
    shop.call('updateReturnSettings', { period_days, address }, { principal: clerk })
  await set(0, null)
  await expect(shop.request(buyer, order)).rejects.toMatchObject({ code: 'ORDERS_RETURN_PERIOD_OVER' })
  const begun = await shop.request(clerk, order)
  await expect(shop.approve(begun.id)).rejects.toMatchObject({ code: 'ORDERS_NO_RETURN_ADDRESS' })
  expect((await shop.back(clerk, begun.id)).status).toBe('requested')
  await set(30, 'Returns\n1 Mill Lane\nBristol')
})

test('more pieces than were bought, lines of others, a line twice', async () => {
  const buyer = customer()
  const [order, other] = [await shop.delivered(buyer), await shop.delivered(buyer)]
  const line = (line_id: string, quantity: number) => ({ line_id, quantity, reason: 'other' })
  const ask = (...lines: object[]) => shop.request(buyer, order, { lines })
  const [shirt] = order.items
  await expect(ask(line(shirt!.id, 3))).rejects.toMatchObject({ code: 'ORDERS_RETURN_TOO_MANY' })
  const bad = { code: 'ORDERS_RETURN_BAD_LINES', status: 400 }
  await expect(ask(line(other.items[0]!.id, 1))).rejects.toMatchObject(bad)
  await expect(ask(line(shirt!.id, 1), line(shirt!.id, 1))).rejects.toMatchObject(bad)
  for (const wrong of [[], [{ ...line(shirt!.id, 1), reason: 'bored' }], [line(shirt!.id, 0)]])
    await expect(ask(...wrong)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  expect((await shop.of(buyer, order.id)).items).toEqual([])
})

test('50 requests for the last piece at once: one', async () => {
  const buyer = customer()
  const order = await shop.delivered(buyer)
  const lines = [{ line_id: order.items[1]!.id, quantity: 1, reason: 'other' }]
  const tries = await Promise.allSettled(
    Array.from({ length: 50 }, () => shop.request(buyer, order, { lines })),
  )
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await shop.of(buyer, order.id)).items).toHaveLength(1)
})

test('steps out of turn, and the same step by many at once', async () => {
  const buyer = customer()
  const order = await shop.delivered(buyer)
  const begun = await shop.request(buyer, order)
  const note = { note: 'No.' }
  const looked = shop.looked(begun, 'as_new')
  await expect(shop.receive(begun.id)).rejects.toMatchObject(notAllowed)
  await expect(shop.inspect(begun.id, looked)).rejects.toMatchObject(notAllowed)
  await expect(shop.closeReturn(begun.id, note)).rejects.toMatchObject(notAllowed)
  const rivals = [
    ...Array.from({ length: 5 }, () => shop.approve(begun.id)),
    ...Array.from({ length: 5 }, () => shop.reject(begun.id, note)),
    ...Array.from({ length: 5 }, () => shop.cancelReturn(begun.id, {}, buyer)),
  ]
  const ended = await Promise.allSettled(rivals)
  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await shop.back(clerk, begun.id)).history).toHaveLength(2)
})

test('money that was paid back while somebody closed it counts', async () => {
  const buyer = customer()
  const order = await shop.delivered(buyer)
  const begun = await shop.request(buyer, order)
  await shop.approve(begun.id)
  await shop.receive(begun.id)
  await shop.inspect(begun.id, shop.looked(begun, 'as_new'))
  expect((await shop.closeReturn(begun.id, { note: 'A gift.' })).allowed_actions).toEqual([])
  await shop.paidBack(order.id, { refund_id: newId(), return_id: begun.id })
  expect((await shop.back(clerk, begun.id)).status).toBe('refunded')
})

test('an inspection says of every piece how it arrived', async () => {
  const buyer = customer()
  const order = await shop.delivered(buyer)
  const begun = await shop.request(buyer, order)
  await shop.approve(begun.id)
  await shop.receive(begun.id)
  const [line] = shop.looked(begun, 'as_new').lines
  const incomplete = { code: 'ORDERS_INSPECTION_INCOMPLETE', status: 400 }
  for (const lines of [
    [{ ...line, damaged: 1 }],
    [{ ...line, as_new: 0 }],
    [{ ...line, line_id: order.items[1]!.id }],
    [line, line],
  ])
    await expect(shop.inspect(begun.id, { lines })).rejects.toMatchObject(incomplete)
  expect((await shop.back(clerk, begun.id)).status).toBe('received')
})

test('404 for whoever does not own it, 403 for staff without the right', async () => {
  const buyer = customer()
  const order = await shop.delivered(buyer)
  const begun = await shop.request(buyer, order)
  const someone = guest()
  // A token opens its own order alone.
  const token = (await shop.get(someone, (await shop.delivered(someone)).id)).tracking_token
  for (const stranger of [customer(), guest()]) {
    await expect(shop.request(stranger, order)).rejects.toMatchObject(notFound)
    await expect(shop.of(stranger, order.id)).rejects.toMatchObject(notFound)
    await expect(shop.back(stranger, begun.id)).rejects.toMatchObject(notFound)
    await expect(shop.back(stranger, begun.id, { token })).rejects.toMatchObject(notFound)
    await expect(shop.cancelReturn(begun.id, {}, stranger)).rejects.toMatchObject(notFound)
    await expect(shop.approve(begun.id, {}, stranger)).rejects.toThrow()
  }
  await expect(shop.approve(newId())).rejects.toMatchObject(notFound)
  const reader = staff(['orders:read'])
  await expect(shop.approve(begun.id, {}, reader)).rejects.toMatchObject({ status: 403 })
  await expect(shop.request(reader, order)).rejects.toMatchObject({ status: 403 })
  expect((await shop.back(reader, begun.id)).id).toBe(begun.id)
})
