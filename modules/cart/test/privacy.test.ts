import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, guest, openCarts } from './scene.ts'

let shop: Awaited<ReturnType<typeof openCarts>>
beforeAll(async () => void (shop = await openCarts()))
afterAll(() => shop.close())

const inside = { principal: { kind: 'system' as const }, caller: 'customers' }
const person = (account_id: string) => ({
  account_id,
  email: 'ada@example.com',
  before: '2026-01-01T00:00:00.000Z',
})

test('a customer’s cart is exported, and goes with them; nobody else’s does', async () => {
  const [ada, ben, gil] = [customer(), customer(), guest()]
  const shirt = shop.article({ price_minor: 1_250 })
  for (const one of [ada, ben, gil]) await shop.add(one, shirt, 2)
  const out = await shop.call('exportPersonalData', person(ada.id), inside)
  expect(out).toMatchObject({
    sections: [{ name: 'cart', data: [{ quantity: 2, unit_price: { amount: '12.50' } }] }],
  })
  for (let time = 0; time < 2; time += 1) await shop.call('erasePersonalData', person(ada.id), inside)
  expect(await shop.call('exportPersonalData', person(ada.id), inside)).toEqual({
    sections: [{ name: 'cart', data: [] }],
  })
  for (const one of [ben, gil]) expect((await shop.get(one)).count).toBe(2)
})
