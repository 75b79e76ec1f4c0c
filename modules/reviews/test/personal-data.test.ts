import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, guest, type House, notFound, openReviews } from './scene.ts'

let house: House
beforeAll(async () => {
  house = await openReviews()
})
afterAll(() => house.close())

const about = ({ id }: { id: string }) => ({
  account_id: id,
  email: 'ada@example.com',
  before: new Date().toISOString(),
})
const inside = { caller: 'customers' }

test('an export holds what the customer wrote, voted and reported, and nothing of others', async () => {
  const ada = customer()
  const mine = await house.write(ada, house.product(), { text: 'Mine' })
  const { id } = await house.published(house.product(), { text: 'Another’s' })
  await house.vote(ada, id)
  await house.report(ada, id, { note: 'Rude' })
  const { sections }: { sections: { name: string; data: object[] }[] } = await house.call(
    'exportPersonalData',
    about(ada),
    inside,
  )
  expect(sections.map(({ name, data }) => [name, data.length])).toEqual([
    ['reviews', 1],
    ['review-votes', 1],
    ['review-reports', 1],
  ])
  expect(sections[0]?.data[0]).toMatchObject({ id: mine.id, text: 'Mine', status: 'pending' })
  expect(JSON.stringify(sections)).not.toContain('Another’s')
})

test('whoever leaves leaves nothing: reviews, votes and reports go, and the figures follow', async () => {
  const [ada, product] = [customer(), house.product()]
  const { id } = await house.write(ada, product, { rating: 1 })
  await house.approve(id)
  const other = await house.published(product, { rating: 5 })
  await house.vote(ada, other.id)
  await house.vote(customer(), other.id)
  await house.report(ada, other.id)
  await house.call('erasePersonalData', about(ada), inside)
  await expect(house.get(guest, id)).rejects.toMatchObject(notFound)
  expect(await house.get(guest, other.id)).toMatchObject({ helpful_count: 1 })
  expect(await house.rating(product)).toMatchObject({ count: 1, average: 5 })
  expect((await house.ratingsTold(product)).at(-1)).toMatchObject({ count: 1, average: 5 })
  const { left } = await house.db.one<{ left: number }>(sql`
    SELECT (SELECT count(*) FROM reviews.reviews WHERE customer_id = ${ada.id})
      + (SELECT count(*) FROM reviews.votes WHERE customer_id = ${ada.id})
      + (SELECT count(*) FROM reviews.reports WHERE customer_id = ${ada.id})
      + (SELECT sum(report_count) FROM reviews.reviews WHERE id = ${other.id}) AS left`)
  expect(left).toBe(0)
})

test('the second time there is nothing to do', async () => {
  const [ada, product] = [customer(), house.product()]
  const { id } = await house.write(ada, product)
  await house.approve(id)
  await house.call('erasePersonalData', about(ada), inside)
  const told = await house.ratingsTold(product)
  await house.call('erasePersonalData', about(ada), inside)
  expect(await house.ratingsTold(product)).toEqual(told)
})
