import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openInventory, staff } from './scene.ts'

type Held = { items: { order_id: string; quantity: number; expires_at: string }[]; total: number }

const NOW = new Date('2026-06-01T12:00:00.000Z')
let now = NOW
let shop: Awaited<ReturnType<typeof openInventory>>
beforeAll(async () => {
  shop = await openInventory({ clock: () => now })
})
afterAll(() => shop.close())

const held = (variant_id: string, more: object = {}, principal: object = staff): Promise<Held> =>
  shop.call('listReservations', { variant_id, ...more }, { principal } as never)

test('who holds pieces of a variant is listed with its end, until it is sold, given back or over', async () => {
  const [variant_id, other] = [await shop.stock(10), await shop.stock(10)]
  const [sold, left, kept] = [newId(), newId(), newId()]
  for (const [order, quantity] of [
    [sold, 1],
    [left, 2],
    [kept, 3],
  ] as const)
    await shop.reserve([{ variant_id, quantity }], order)
  await shop.reserve([{ variant_id: other, quantity: 1 }])
  await shop.commit(sold)
  await shop.release(left)
  expect(await held(variant_id)).toMatchObject({
    items: [{ order_id: kept, quantity: 3, expires_at: '2026-06-01T12:15:00.000Z' }],
    total: 1,
  })
  now = new Date(NOW.getTime() + 1_000_000)
  await shop.runSchedule('expire-reservations')
  expect(await held(variant_id)).toMatchObject({ items: [], total: 0 })
})

test('sellers see who holds what is theirs, and nobody else’s; unknown variants are not found', async () => {
  const [ana, bo] = [newId(), newId()].map((id) => ({ ...staff, id, permissions: ['inventory:own'] }))
  const variant_id = await shop.stock(5)
  await shop.deliver('catalog.product-changed.v1', {
    ...{ product_id: newId(), product_name: 'Thing', seller_id: ana?.id },
    variants: [{ variant_id, sku: 'HELD', options: {} }],
  })
  await shop.reserve([{ variant_id, quantity: 2 }])
  expect(await held(variant_id, {}, ana)).toMatchObject({ total: 1 })
  for (const [id, who] of [
    [variant_id, bo],
    [newId(), staff],
  ] as const)
    await expect(held(id, {}, who)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
