import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, type House, moderator, openReviews } from './scene.ts'

let house: House
beforeAll(async () => {
  house = await openReviews()
})
afterAll(() => house.close())

const decisions = async (id: string) => (await house.told(id)).map(({ decision }) => decision)

test('an author hears of each decision, by what the product is called, with the reason', async () => {
  const author = customer()
  const { id } = await house.write(author, house.product())
  expect(await house.told(id)).toEqual([])
  await house.approve(id)
  await house.reject(id, { reason: 'It names a person.' })
  await house.rewrite(author, id)
  await house.reject(id)
  await house.remove(moderator, id)
  const about = { account_id: author.id, review_id: id, product_name: 'Mug', product_slug: 'mug' }
  expect(await house.told(id)).toEqual([
    { ...about, decision: 'published', reason: null },
    { ...about, decision: 'taken_back', reason: 'It names a person.' },
    { ...about, decision: 'refused', reason: null },
    { ...about, decision: 'removed', reason: null },
  ])
})

test('nobody hears that reports came to nothing, of a decision that was refused, or of what they removed themselves', async () => {
  const { id, author } = await house.published(house.product())
  await house.report(customer(), id)
  await house.approve(id)
  await expect(house.approve(id)).rejects.toMatchObject({ code: 'REVIEWS_ALREADY_DECIDED' })
  await house.remove(author, id)
  expect(await decisions(id)).toEqual(['published'])
})

test('of a product that the catalogue has forgotten the author hears without its name', async () => {
  const { id } = await house.published(house.product())
  const { product_id } = await house.db.one<{ product_id: string }>(
    sql`SELECT product_id FROM reviews.reviews WHERE id = ${id}`,
  )
  house.forget(product_id)
  await house.reject(id)
  expect((await house.told(id)).at(-1)).toMatchObject({ product_name: null, product_slug: null })
})
