import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findModel } from '../store/models.ts'
import { openScene } from './scene.ts'

let scene: Awaited<ReturnType<typeof openScene>>
beforeEach(async () => {
  scene = await openScene()
})
afterEach(() => scene.close())

const baskets = () =>
  scene.db.many<{ order_id: string; customer_id: string | null }>(
    sql`SELECT order_id, customer_id FROM recommendations.baskets ORDER BY order_id`,
  )

test('the next model takes the place of the last at once; that stays for those who began with it, until the next', async () => {
  const [pot, tea] = [scene.article('pot'), scene.article('tea')]
  const made: (string | undefined)[] = []
  for (const count of [1, 2, 3]) {
    await scene.paid(scene.order([pot, tea]))
    await scene.runJob('train', {})
    const model = await findModel(scene.db)
    expect(model?.baskets).toBe(count)
    made.push(model?.id)
  }
  const kept = await scene.db.many<{ id: string }>(
    sql`SELECT DISTINCT model_id AS id FROM recommendations.neighbours`,
  )
  expect(kept.map(({ id }) => id).sort()).toEqual(made.slice(1).sort())
})

test('orders from before are taken over page by page, once', async () => {
  const pot = scene.article('pot')
  for (let count = 0; count < 5; count++) scene.order([pot])
  await scene.runJob('train', {})
  expect(await baskets()).toHaveLength(5)
  const asked = scene.timesTakenOver()
  await scene.runJob('train', {})
  expect(scene.timesTakenOver()).toBe(asked)
})

test('orders brought along from another shop are learnt from as far as the catalogue has their articles', async () => {
  const [pot, tea] = [scene.article('pot'), scene.article('tea')]
  for (let count = 0; count < 3; count++)
    scene.past({
      id: String(count),
      buyer: 'x',
      bought_at: '2011-01-01T00:00:00.000Z',
      skus: ['pot', 'tea', 'gone'],
    })
  await scene.runJob('train', {})
  expect(await findModel(scene.db)).toMatchObject({ baskets: 3, buyers: 1, products: 2 })
  const rows = await scene.db.many(
    sql`SELECT together_ids FROM recommendations.neighbours WHERE product_id = ${pot}`,
  )
  expect(rows).toEqual([{ together_ids: [tea] }])
})

test('an event that comes twice counts once; a cancelled order counts no more', async () => {
  const pot = scene.article('pot')
  const id = scene.order([pot])
  await scene.paid(id)
  await scene.paid(id)
  expect(await baskets()).toHaveLength(1)
  await scene.deliver('orders.order-cancelled.v1', { order_id: id, reason: 'x', was_paid: true })
  expect(await baskets()).toEqual([])
})

test('an order that was cancelled before its payment was heard of is not kept', async () => {
  await scene.paid(scene.order([scene.article('pot')], { status: 'cancelled' }))
  expect(await baskets()).toEqual([])
})

test('a buyer who leaves is forgotten; what was bought stays', async () => {
  const id = scene.order([scene.article('pot')], { customer_id: newId() })
  await scene.paid(id)
  await scene.deliver('orders.buyer-erased.v1', { order_id: id })
  expect(await baskets()).toEqual([{ order_id: id, customer_id: null }])
})

test('training is ordered without a model, and again only once the shop has sold a fifth more', async () => {
  const pot = scene.article('pot')
  await scene.runSchedule('order-training')
  expect(scene.takeJobs().map(({ name }) => name)).toEqual(['train'])
  for (let count = 0; count < 10; count++) await scene.paid(scene.order([pot]))
  await scene.runJob('train', {})
  for (let count = 0; count < 2; count++) await scene.paid(scene.order([pot]))
  await scene.runSchedule('order-training')
  expect(scene.takeJobs()).toEqual([])
  await scene.paid(scene.order([pot]))
  await scene.runSchedule('order-training')
  expect(scene.takeJobs().map(({ name }) => name)).toEqual(['train'])
})
