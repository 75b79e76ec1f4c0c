import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, guest, type House, openReviews } from './scene.ts'

let house: House
let product: string
const ids: string[] = []

// Five reviews: 1, 2, 3, 4, 5 stars, the last two by buyers, the second found helpful by two.
beforeAll(async () => {
  house = await openReviews()
  product = house.product()
  for (const rating of [1, 2, 3, 4, 5]) {
    const author = customer()
    if (rating > 3) house.sell(author, product)
    const { id } = await house.write(author, product, { rating })
    await house.approve(id)
    ids.push(id)
  }
  for (const voter of [customer(), customer()]) await house.vote(voter, ids[1] ?? '')
  await house.published(house.product())
})
afterAll(() => house.close())

const ratings = async (filter: object) =>
  (await house.list({ product_id: product, ...filter })).items.map(({ rating }) => rating)

test('newest first unless asked otherwise', async () => {
  expect(await ratings({})).toEqual([5, 4, 3, 2, 1])
  expect(await ratings({ sort: 'rating' })).toEqual([1, 2, 3, 4, 5])
  expect(await ratings({ sort: '-rating' })).toEqual([5, 4, 3, 2, 1])
  expect((await ratings({ sort: 'helpful' }))[0]).toBe(2)
})

test('by stars, by badge and by page', async () => {
  expect(await ratings({ rating: '4' })).toEqual([4])
  expect(await ratings({ verified: 'true' })).toEqual([5, 4])
  expect(await ratings({ verified: 'false' })).toEqual([3, 2, 1])
  const page = await house.list({ product_id: product, page: 2, page_size: 2 })
  expect(page).toMatchObject({ page: 2, page_size: 2, total: 5 })
  expect(page.items.map(({ rating }) => rating)).toEqual([3, 2])
})

test('of all products when none is named', async () => {
  expect((await house.list({})).total).toBe(6)
})

test('a customer is told which they found helpful; a guest is not', async () => {
  const reader = customer()
  await house.vote(reader, ids[0] ?? '')
  const voted = async (who: Parameters<House['list']>[1]) =>
    (await house.list({ product_id: product }, who)).items
      .filter((review) => review.voted)
      .map(({ id }) => id)
  expect(await voted(reader)).toEqual([ids[0]])
  expect(await voted(guest)).toEqual([])
})

test.each([
  { sort: 'author' },
  { rating: '9' },
  { product_id: 'mug' },
  { page_size: '500' },
  { status: 'pending' },
])('%j is refused', async (filter) => {
  await expect(house.list(filter)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
})
