import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { customer, openScene } from './scene.ts'

type Blocks = {
  blocks: {
    kind: string
    items: {
      product: { id: string; name: string }
      reason: { type: string; product: { name: string } | null }
    }[]
  }[]
}

let scene: Awaited<ReturnType<typeof openScene>>
beforeEach(async () => {
  scene = await openScene()
})
afterEach(() => scene.close())

const names = (answer: Blocks) =>
  answer.blocks.map(({ kind, items }) => [kind, ...items.map(({ product }) => product.name)])

async function sell(times: number, products: string[], customerId: string | null = null): Promise<void> {
  for (let count = 0; count < times; count++)
    await scene.paid(scene.order(products, { customer_id: customerId ?? newId() }))
}

test('a fresh shop shows what is new, and says so', async () => {
  scene.article('lamp')
  scene.article('rug')
  const home: Blocks = await scene.call('getRecommendations', {})
  expect(names(home)).toEqual([['popular', 'lamp', 'rug']])
  expect(home.blocks[0]?.items[0]?.reason).toEqual({ type: 'new', product: null })
})

test('a product shows what was bought together with it, then what is like it, and nothing twice', async () => {
  const [pot, tea, spade] = ['pot', 'tea', 'spade'].map((name) => scene.article(name))
  await sell(4, [pot ?? '', tea ?? ''])
  await scene.runJob('train', {})
  const answer: Blocks = await scene.call('getProductRecommendations', { product_id: pot })
  expect(names(answer)).toEqual([
    ['bought_together', 'tea'],
    ['similar', 'spade'],
  ])
  expect(answer.blocks[0]?.items[0]?.reason).toMatchObject({
    type: 'bought_together',
    product: { name: 'pot' },
  })
  expect(spade).toBeDefined()
})

test('what is sold out or gone is not shown', async () => {
  const [pot, tea, cup] = [scene.article('pot'), scene.article('tea', false), scene.article('cup')]
  await sell(4, [pot, tea, cup])
  await scene.runJob('train', {})
  scene.archive(cup)
  const answer: Blocks = await scene.call('getProductRecommendations', { product_id: pot })
  expect(answer.blocks).toEqual([])
})

test('a product that is not there is not found', async () => {
  await expect(scene.call('getProductRecommendations', { product_id: newId() })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('a customer sees what goes with what they bought, why, and what to buy again; another sees none of it', async () => {
  const [pot, tea, cup] = [scene.article('pot'), scene.article('tea'), scene.article('cup')]
  const [ada, ben] = [newId(), newId()]
  for (let count = 0; count < 8; count++) await sell(1, [pot, tea, cup])
  await sell(1, [pot, tea], ada)
  await sell(1, [tea], ada)
  await scene.runJob('train', {})
  scene.advance(10)
  const seen: Blocks = await scene.call('getRecommendations', {}, { principal: customer(ada) })
  // The pot was bought once, and nobody buys a second: it is a thing to keep.
  expect(names(seen)).toEqual([
    ['for_you', 'cup'],
    ['buy_again', 'tea'],
  ])
  expect(seen.blocks[0]?.items[0]?.reason).toMatchObject({ type: 'because_you_bought' })
  const others: Blocks = await scene.call('getRecommendations', {}, { principal: customer(ben) })
  expect(others.blocks.map(({ kind }) => kind)).toEqual(['popular'])
})

test('what was bought this week is not offered again, nor is what is in the cart', async () => {
  const [pot, tea, cup] = [scene.article('pot'), scene.article('tea'), scene.article('cup')]
  const ada = newId()
  for (let count = 0; count < 8; count++) await sell(1, [pot, tea, cup])
  await sell(2, [tea], ada)
  await scene.runJob('train', {})
  const as = { principal: customer(ada) }
  const shown = async (input: object) => names(await scene.call('getRecommendations', input, as)).flat()
  expect(await shown({})).not.toContain('tea')
  expect(await shown({})).toContain('cup')
  expect(await shown({ exclude: [cup] })).not.toContain('cup')
  const beside: Blocks = await scene.call('getProductRecommendations', { product_id: pot, exclude: cup }, as)
  expect(names(beside).flat()).not.toContain('cup')
  expect(names(beside).flat()).not.toContain('tea')
})

test('in a fresh shop who looked at something sees what is like it, and what is like nothing is only new', async () => {
  const [pot] = [scene.article('pot'), scene.article('spade', true, 'garden'), scene.article('kettle')]
  const home: Blocks = await scene.call('getRecommendations', { product_id: pot })
  expect(names(home)[0]).toEqual(['for_you', 'kettle'])
  expect(home.blocks[0]?.items[0]?.reason).toMatchObject({
    type: 'because_you_looked',
    product: { name: 'pot' },
  })
  const beside: Blocks = await scene.call('getProductRecommendations', { product_id: pot })
  expect(names(beside)).toEqual([['similar', 'kettle']])
  expect(beside.blocks[0]?.items[0]?.reason).toMatchObject({ type: 'similar', product: { name: 'pot' } })
})

test('a cart shows what goes with all of it, and none of it', async () => {
  const [pot, tea, cup, rug] = ['pot', 'tea', 'cup', 'rug'].map((name) => scene.article(name))
  await sell(4, [pot ?? '', cup ?? ''])
  await sell(4, [tea ?? '', cup ?? ''])
  await sell(4, [pot ?? '', tea ?? ''])
  await scene.runJob('train', {})
  const answer: Blocks = await scene.call('getRecommendations', { place: 'cart', product_id: [pot, tea] })
  expect(names(answer)).toEqual([['bought_together', 'cup']])
  const unknown: Blocks = await scene.call('getRecommendations', { place: 'cart', product_id: rug })
  expect(unknown.blocks[0]?.kind).toBe('similar')
})

test('a guest who looked at something sees what goes with it', async () => {
  const [pot, tea] = [scene.article('pot'), scene.article('tea')]
  await sell(6, [pot, tea])
  await scene.runJob('train', {})
  const answer: Blocks = await scene.call('getRecommendations', { product_id: pot })
  expect(names(answer)[0]).toEqual(['for_you', 'tea'])
  expect(answer.blocks[0]?.items[0]?.reason).toMatchObject({
    type: 'because_you_looked',
    product: { name: 'pot' },
  })
})

test('what sells lately comes first for everybody', async () => {
  const [lamp, rug] = [scene.article('lamp'), scene.article('rug')]
  await sell(1, [lamp])
  await sell(3, [rug])
  await scene.runSchedule('refresh-recent')
  const answer: Blocks = await scene.call('getRecommendations', {})
  expect(names(answer)).toEqual([['popular', 'rug', 'lamp']])
  const shares = await scene.db.many(sql`SELECT week, three_weeks FROM recommendations.recent ORDER BY week`)
  expect(shares).toEqual([
    { week: 25, three_weeks: 25 },
    { week: 75, three_weeks: 75 },
  ])
})
