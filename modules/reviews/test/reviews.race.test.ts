import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, guest, type House, moderator, openReviews } from './scene.ts'

let house: House
beforeAll(async () => {
  house = await openReviews()
})
afterAll(() => house.close())

const times = <T>(n: number, run: (index: number) => Promise<T>) =>
  Promise.allSettled(Array.from({ length: n }, (_, index) => run(index)))
const won = (settled: PromiseSettledResult<unknown>[]) =>
  settled.filter(({ status }) => status === 'fulfilled').length

test('of twelve reviews of one product that somebody sends at once, one is written', async () => {
  const [author, product] = [customer(), house.product()]
  const attempts = await times(12, (index) => house.write(author, product, { text: `Try ${String(index)}` }))
  expect(won(attempts)).toBe(1)
  for (const attempt of attempts)
    if (attempt.status === 'rejected')
      expect(attempt.reason).toMatchObject({ code: 'REVIEWS_ALREADY_WRITTEN' })
  expect((await house.mine(author)).total).toBe(1)
})

test('of twelve votes of one person at once, one counts; of twelve people, all', async () => {
  const { id } = await house.published(house.product())
  const eager = customer()
  await times(12, () => house.vote(eager, id))
  expect(await house.get(eager, id)).toMatchObject({ helpful_count: 1, voted: true })
  await times(12, () => house.vote(customer(), id))
  expect(await house.get(guest, id)).toMatchObject({ helpful_count: 13, voted: false })
  await times(12, () => house.vote(eager, id, false))
  expect(await house.get(eager, id)).toMatchObject({ helpful_count: 12, voted: false })
})

test('of twelve reports of one person at once, one counts', async () => {
  const product = house.product()
  const { id } = await house.published(product)
  const angry = customer()
  await times(12, () => house.report(angry, id))
  const { helpful_count } = await house.get(guest, id)
  expect(helpful_count).toBe(0)
  const rows = await house.managed(moderator, { product_id: product })
  expect(rows.items[0]).toMatchObject({ report_count: 1 })
})

test('of twelve approvals at once one counts, and the rating equals what is published', async () => {
  const product = house.product()
  const written = await Promise.all(
    [1, 2, 3, 4, 5, 5].map((rating) => house.write(customer(), product, { rating })),
  )
  const [first] = written
  expect(won(await times(12, () => house.approve(first?.id ?? '')))).toBe(1)
  await Promise.all(written.slice(1).map(({ id }) => house.approve(id)))
  expect(await house.rating(product)).toMatchObject({ count: 6, average: 3.33 })
  const told = await house.ratingsTold(product)
  expect(told.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4, 5, 6])
  expect(told.find(({ version }) => version === 6)).toMatchObject({ count: 6, average: 3.33 })
})

test(
  'whatever happens to reviews at once, the rating equals what is published',
  { timeout: 30_000 },
  async () => {
    const product = house.product()
    const authors = Array.from({ length: 6 }, customer)
    const written = await Promise.all(
      authors.map((author, index) => house.write(author, product, { rating: (index % 5) + 1 })),
    )
    const steps = written.flatMap(({ id }, index) => {
      const author = authors[index] ?? customer()
      return [
        () => house.approve(id),
        () => house.vote(customer(), id),
        () => house.rewrite(author, id, { rating: ((index + 2) % 5) + 1 }),
        () => house.approve(id),
        () => house.reject(id),
        ...(index === 0 ? [() => house.remove(author, id)] : []),
        ...(index === 1
          ? [() => house.call('erasePersonalData', personOf(author), { caller: 'customers' })]
          : []),
      ]
    })
    await Promise.allSettled(steps.map((step) => step()))
    const { items } = await house.list({ product_id: product, page_size: 100 })
    const { count, histogram } = await house.rating(product)
    expect(count).toBe(items.length)
    for (const { rating, count: of } of histogram)
      expect(items.filter((review) => review.rating === rating)).toHaveLength(of)
  },
)

const personOf = ({ id }: { id: string }) => ({
  account_id: id,
  email: 'ada@example.com',
  before: new Date().toISOString(),
})
