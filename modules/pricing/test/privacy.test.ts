import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openPricing } from './scene.ts'

const email = 'ada@example.com'
let shop: Awaited<ReturnType<typeof openPricing>>
let now = new Date('2026-11-22T12:00:00.000Z')
beforeEach(async () => {
  now = new Date('2026-11-22T12:00:00.000Z')
  shop = await openPricing({ clock: () => now })
})
afterEach(() => shop.close())

const asCustomers = (operation: string, before: string): Promise<unknown> =>
  shop.call(operation, { account_id: newId(), email, before }, { caller: 'customers' })
const holdings = async () =>
  ((await asCustomers('exportPersonalData', now.toISOString())) as { sections: object[] }).sections

it('tells who used what, forgets it, and keeps how often it was used in all', async () => {
  await shop.coupon('AUTUMN', { max_uses_per_person: 1 })
  const order_id = newId()
  await shop.hold(order_id, { email, coupons: ['autumn'] })
  await shop.hold(newId(), { email: 'bob@example.com', coupons: ['autumn'] })
  expect(await holdings()).toEqual([{ name: 'coupons', data: [{ code: 'AUTUMN', uses: 1 }] }])

  await asCustomers('erasePersonalData', '2026-11-22T12:00:01.000Z')
  await asCustomers('erasePersonalData', '2026-11-22T12:00:01.000Z')
  expect(await holdings()).toEqual([{ name: 'coupons', data: [] }])
  expect(await shop.usesOf('AUTUMN')).toBe(2)
  expect((await shop.audits()).filter((action) => action === 'pricing.buyer-erased')).toHaveLength(1)

  // The order can still give back what it used, of whoever it was.
  await shop.asCheckout('releaseForOrder', { order_id })
  expect(await shop.usesOf('AUTUMN')).toBe(1)
})

it('leaves what whoever has the address now has used', async () => {
  await shop.coupon('AUTUMN')
  await shop.hold(newId(), { email, coupons: ['autumn'] })
  now = new Date('2026-11-23T12:00:00.000Z')
  await shop.hold(newId(), { email, coupons: ['autumn'] })
  await asCustomers('erasePersonalData', '2026-11-22T12:00:01.000Z')
  expect(await holdings()).toEqual([{ name: 'coupons', data: [{ code: 'AUTUMN', uses: 1 }] }])
  expect(await shop.db.many(sql`SELECT person IS NULL AS gone FROM pricing.holds ORDER BY held_at`)).toEqual([
    { gone: true },
    { gone: false },
  ])
})
