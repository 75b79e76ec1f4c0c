import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPricing, percentOff } from './scene.ts'

let shop: Awaited<ReturnType<typeof openPricing>>
beforeAll(async () => {
  shop = await openPricing()
})
afterAll(() => shop.close())

it('makes many codes up, all different, and hands them out as a file', async () => {
  const promotion_id = await shop.promote(percentOff(10, { needs_coupon: true }))
  const made = await shop.asStaff('createCoupons', { promotion_id, count: 500, prefix: 'vip', max_uses: 1 })
  expect(made).toMatchObject({ created: 500 })
  const file = (await shop.asStaff('exportCoupons', { promotion_id })) as unknown as {
    bytes: Uint8Array
    content_type: string
  }
  const lines = Buffer.from(file.bytes).toString().trim().split('\r\n')
  expect(lines[0]).toBe('code,active,uses,max_uses,max_uses_per_person,created_at')
  const codes = lines.slice(1).map((text) => text.split(',')[0] ?? '')
  expect(new Set(codes).size).toBe(500)
  for (const code of codes) expect(code).toMatch(/^VIP[2-9A-Z]{10}$/)
  expect(await shop.asStaff('getPromotion', { promotion_id })).toMatchObject({ coupons: 500, uses: 0 })
  expect(await shop.asStaff('listCoupons', { promotion_id, q: codes[0] })).toMatchObject({ total: 1 })
})

it('takes a code once, however it is written', async () => {
  const promotion_id = await shop.coupon('Hello World')
  const again = { promotion_id, code: 'hello-WORLD' }
  await expect(shop.asStaff('createCoupons', again)).rejects.toMatchObject({ code: 'PRICING_CODE_TAKEN' })
})

it('adds no code to a promotion that needs none', async () => {
  const promotion_id = await shop.promote(percentOff(10))
  await expect(shop.asStaff('createCoupons', { promotion_id, code: 'FREE' })).rejects.toMatchObject({
    code: 'PRICING_NEEDS_NO_COUPON',
  })
})

it('holds an order to a code that was switched off or limited meanwhile', async () => {
  const promotion_id = await shop.coupon('SOON')
  const { items } = (await shop.asStaff('listCoupons', { promotion_id })) as unknown as {
    items: { id: string }[]
  }
  const change = (fields: object) => shop.asStaff('updateCoupon', { coupon_id: items[0]?.id, ...fields })
  await shop.hold(newId(), { coupons: ['soon'] })
  await change({ active: true, max_uses: 1, max_uses_per_person: null })
  await expect(shop.hold(newId(), { coupons: ['soon'] })).rejects.toMatchObject({
    code: 'PRICING_COUPON_USED_UP',
  })
  await change({ active: false, max_uses: null, max_uses_per_person: null })
  await expect(shop.hold(newId(), { coupons: ['soon'] })).rejects.toMatchObject({
    code: 'PRICING_COUPON_UNKNOWN',
  })
})

it('writes what a spreadsheet would take for a formula as text', async () => {
  const { csvLine } = await import('../coupons/csv-line.ts')
  expect(csvLine(['=1+1', 'a,b', 'say "hi"'])).toBe(`'=1+1,"a,b","say ""hi"""\r\n`)
})
