import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findModel } from '../store/models.ts'
import { customer, openScene } from './scene.ts'

let scene: Awaited<ReturnType<typeof openScene>>
const ada = newId()
const as = { principal: customer(ada) }
beforeEach(async () => {
  scene = await openScene()
})
afterEach(() => scene.close())

const look = (product_id: string, who: object = as) => scene.call('rememberView', { product_id }, who)
const person = { account_id: ada, email: 'a@example.com', before: '2027-01-01T00:00:00.000Z' }
const inside = { caller: 'customers' }

test('a customer’s looks are remembered, each product once, the last first', async () => {
  const [pot, tea] = [scene.article('pot'), scene.article('tea')]
  for (const id of [pot, tea, pot]) await look(id)
  expect(await scene.call('getViewMemory', {}, as)).toEqual({ remember: true, products: 2 })
})

test('of guests nothing is kept, and what is not sold is not found', async () => {
  const guest = { principal: { kind: 'guest', guest_token: newId() } as const }
  await expect(look(scene.article('pot'), guest)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  await expect(look(newId())).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await scene.db.many(sql`SELECT FROM recommendations.views`)).toEqual([])
})

test('of one customer a hundred are kept, and none for longer than three months', async () => {
  for (let count = 0; count < 104; count++) await look(scene.article(`pot ${count}`))
  expect(await scene.call('getViewMemory', {}, as)).toMatchObject({ products: 100 })
  scene.advance(89)
  await scene.runSchedule('forget-old-views')
  expect(await scene.call('getViewMemory', {}, as)).toMatchObject({ products: 100 })
  scene.advance(2)
  await scene.runSchedule('forget-old-views')
  expect(await scene.call('getViewMemory', {}, as)).toMatchObject({ products: 0 })
})

test('who does not want it is forgotten, is not remembered, and is not shown what the browser remembers', async () => {
  const [pot] = [scene.article('pot'), scene.article('kettle')]
  await look(pot)
  const off = await scene.call('setViewMemory', { remember: false }, as)
  expect(off).toEqual({ remember: false, products: 0 })
  await look(pot)
  expect(await scene.call('getViewMemory', {}, as)).toEqual({ remember: false, products: 0 })
  const home: { blocks: { kind: string }[] } = await scene.call('getRecommendations', { product_id: pot }, as)
  expect(home.blocks.map(({ kind }) => kind)).toEqual(['popular'])
  expect(await scene.call('setViewMemory', { remember: true }, as)).toEqual({ remember: true, products: 0 })
  await look(pot)
  expect(await scene.call('getViewMemory', {}, as)).toEqual({ remember: true, products: 1 })
})

// Seen to fail without lockCustomer: looks that began before the choice are there after it.
test('looks beside the choice not to be remembered leave nothing', async () => {
  const pots = Array.from({ length: 20 }, (_, count) => scene.article(`pot ${count}`))
  await Promise.all([
    ...pots.map((id) => look(id)),
    scene.call('setViewMemory', { remember: false }, as),
    ...pots.map((id) => look(id)),
  ])
  expect(await scene.call('getViewMemory', {}, as)).toEqual({ remember: false, products: 0 })
})

test('what a customer looked at is learnt from and shows on their home page, in any browser', async () => {
  const [pot, tea, spade] = ['pot', 'tea', 'spade'].map((name) => scene.article(name, true, name)) as [
    string,
    string,
    string,
  ]
  for (let count = 0; count < 6; count++) {
    const someone = { principal: customer(newId()) }
    await look(pot, someone)
    await look(tea, someone)
    await look(spade, { principal: customer(newId()) })
  }
  await look(pot)
  await scene.runJob('train', {})
  expect(await findModel(scene.db)).toMatchObject({ views: 19, buyers: 0, baskets: 0 })
  const home: { blocks: { kind: string; items: { product: { name: string }; reason: object }[] }[] } =
    await scene.call('getRecommendations', {}, as)
  expect(home.blocks[0]).toMatchObject({
    kind: 'for_you',
    items: [{ product: { name: 'tea' }, reason: { type: 'because_you_looked', product: { name: 'pot' } } }],
  })
})

test('it goes along with the export, and with whoever leaves', async () => {
  const pot = scene.article('pot')
  await scene.paid(scene.order([pot], { customer_id: ada }))
  await look(pot)
  expect(await scene.call('exportPersonalData', person, inside)).toEqual({
    sections: [
      {
        name: 'product-views',
        data: { remember: true, views: [{ product_id: pot, viewed_at: expect.any(String) }] },
      },
    ],
  })
  for (const _time of [1, 2]) await scene.call('erasePersonalData', person, inside)
  expect(await scene.call('getViewMemory', {}, as)).toEqual({ remember: true, products: 0 })
  const baskets = await scene.db.many(sql`SELECT customer_id FROM recommendations.baskets`)
  expect(baskets).toEqual([{ customer_id: null }])
})
