import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, guest, type House, openReviews } from './scene.ts'

let house: House
beforeAll(async () => {
  house = await openReviews()
})
afterAll(() => house.close())

test('a review waits for a moderator: its author sees it, nobody else does, and it does not count', async () => {
  const [author, product] = [customer(), house.product()]
  const review = await house.write(author, product, { rating: 5, title: ' Fine  mug ', author_name: 'Ada' })
  expect(review).toMatchObject({
    product_id: product,
    rating: 5,
    title: 'Fine mug',
    author_name: 'Ada',
    status: 'pending',
    verified: false,
    own: true,
    voted: false,
    helpful_count: 0,
    reply: null,
  })
  expect((await house.list({ product_id: product })).items).toEqual([])
  expect(await house.get(author, review.id)).toEqual(review)
  expect(await house.rating(product)).toMatchObject({ count: 0, average: null })
  expect(await house.ratingsTold(product)).toEqual([])
})

test('only whoever has bought the product gets the badge', async () => {
  const [buyer, product] = [customer(), house.product()]
  house.sell(buyer, product)
  expect(await house.write(buyer, product)).toMatchObject({ verified: true })
  expect(await house.write(customer(), product)).toMatchObject({ verified: false })
})

test('what somebody bought later is known once they write anew', async () => {
  const [buyer, product] = [customer(), house.product()]
  const { id } = await house.write(buyer, product)
  house.sell(buyer, product)
  expect(await house.rewrite(buyer, id)).toMatchObject({ verified: true })
})

test('nobody is told whose review it is, and the log holds no words of it', async () => {
  const product = house.product()
  const { id, author } = await house.published(product, { text: 'A secret of mine.' })
  const seen = JSON.stringify([await house.list({ product_id: product }), await house.get(guest, id)])
  expect(seen).toContain('A secret of mine.')
  expect(seen).not.toContain(author.id)
  const entries = await house.audits(id)
  expect(entries.map(({ action }) => action)).toEqual(['reviews.written', 'reviews.approved'])
  expect(JSON.stringify(entries)).not.toContain('secret')
})

test('an account lists its own reviews in every status, with the product and why it was refused', async () => {
  const author = customer()
  const [first, second] = [house.product(), house.product()]
  await house.write(author, first)
  const { id } = await house.write(author, second)
  await house.reject(id, { reason: 'It names a person.' })
  const { items, total } = await house.mine(author)
  expect(total).toBe(2)
  expect(items.map(({ status, rejected_reason }) => [status, rejected_reason])).toEqual([
    ['rejected', 'It names a person.'],
    ['pending', null],
  ])
  expect(items[0]?.product).toMatchObject({ name: 'Mug', slug: 'mug', published: true })
  expect((await house.mine(author, { product_id: first })).total).toBe(1)
  expect((await house.mine(customer())).items).toEqual([])
})
