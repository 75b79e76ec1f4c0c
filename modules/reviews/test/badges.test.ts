import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, guest, type House, openReviews } from './scene.ts'

let house: House
beforeAll(async () => {
  house = await openReviews()
})
afterAll(() => house.close())

/** A published review by somebody who bought the product. */
async function byBuyer() {
  const [buyer, product] = [customer(), house.product()]
  house.sell(buyer, product)
  const { id } = await house.write(buyer, product)
  await house.approve(id)
  return { buyer, product, id }
}

const badge = async (id: string) => (await house.get(guest, id)).verified

test('who gives the product back loses the badge, and the review stays', async () => {
  const { buyer, product, id } = await byBuyer()
  const other = await byBuyer()
  expect(await badge(id)).toBe(true)
  await house.giveBack(buyer, [product, newId()])
  expect(await house.get(guest, id)).toMatchObject({ verified: false, status: 'published' })
  expect(await house.rating(product)).toMatchObject({ count: 1 })
  expect((await house.list({ product_id: product, verified: 'true' })).total).toBe(0)
  expect(await badge(other.id)).toBe(true)
})

test('who holds the product by another order keeps the badge', async () => {
  const { buyer, product, id } = await byBuyer()
  await house.deliver('orders.purchase-undone.v1', { account_id: buyer.id, product_ids: [product] })
  expect(await badge(id)).toBe(true)
})

test('the same news twice takes the badge once: one that came by a later order stays', async () => {
  const { buyer, product, id } = await byBuyer()
  const event = newId()
  await house.giveBack(buyer, [product], event)
  house.sell(buyer, product)
  await house.rewrite(buyer, id)
  await house.giveBack(customer(), [product])
  await house.deliver('orders.purchase-undone.v1', { account_id: buyer.id, product_ids: [product] }, event)
  expect(await house.get(buyer, id)).toMatchObject({ verified: true })
})

test('a purchase that was undone while the review waited counts for nothing once it is published', async () => {
  const [buyer, product] = [customer(), house.product()]
  house.sell(buyer, product)
  const { id } = await house.write(buyer, product)
  // The news was handled before the review was there.
  house.unsell(buyer, product)
  await house.approve(id)
  expect(await badge(id)).toBe(false)
})
