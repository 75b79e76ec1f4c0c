import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { wishlistScene } from './wishlist-scene.ts'

let scene: Awaited<ReturnType<typeof wishlistScene>>
beforeAll(async () => void (scene = await wishlistScene()))
afterAll(() => scene.h.close())

const toldOf = async (productId: string): Promise<string[]> =>
  (await scene.told())
    .filter((event) => (event as { product_id?: string }).product_id === productId)
    .map(({ account_id }) => account_id)

test('whoever waits is told once, whatever comes after, and the wish stays', async () => {
  const [ada, eve] = [scene.shopper(), scene.shopper()]
  const lamp = scene.sell(0)
  for (const who of [ada, eve])
    expect(await who.call('wantNotice', { product_id: lamp.id })).toMatchObject({ notice: true })
  await eve.call('withdrawNotice', { product_id: lamp.id })
  await scene.arrive(lamp, 0)
  expect(await toldOf(lamp.id)).toEqual([])
  await scene.arrive(lamp, 4)
  await scene.arrive(lamp, 0)
  await scene.arrive(lamp, 9)
  expect(await toldOf(lamp.id)).toEqual([ada.id])
  expect((await scene.told()).at(-1)).toEqual({
    ...{ account_id: ada.id, product_id: lamp.id, product_name: lamp.name, product_slug: lamp.slug },
  })
  expect(await ada.call('getWishlistIds')).toEqual({ product_ids: [lamp.id], notice_ids: [] })
})

test('nobody waits for what is there, or for what is not sold', async () => {
  const ada = scene.shopper()
  const shirt = scene.sell(0, 2)
  await expect(ada.call('wantNotice', { product_id: shirt.id })).rejects.toMatchObject({
    code: 'CUSTOMERS_IN_STOCK',
    status: 409,
  })
  const there = { product_id: shirt.id, variant_id: shirt.variants[1]?.id }
  await expect(ada.call('wantNotice', there)).rejects.toMatchObject({ code: 'CUSTOMERS_IN_STOCK' })
  for (const input of [{ product_id: newId() }, { product_id: shirt.id, variant_id: newId() }])
    await expect(ada.call('wantNotice', input)).rejects.toMatchObject({ status: 404 })
  expect(await ada.call('getWishlistIds')).toEqual({ product_ids: [], notice_ids: [] })
})

test('who waits for one variant is not told of another', async () => {
  const ada = scene.shopper()
  const shirt = scene.sell(0, 0)
  await ada.call('wantNotice', { product_id: shirt.id, variant_id: shirt.variants[0]?.id })
  await scene.arrive(shirt, 0, 5)
  expect(await toldOf(shirt.id)).toEqual([])
  await scene.arrive(shirt, 1, 5)
  expect(await toldOf(shirt.id)).toEqual([ada.id])
})

test('news from before somebody asked is no news to them', async () => {
  const ada = scene.shopper()
  const lamp = scene.sell(0)
  scene.advance(5)
  await ada.call('wantNotice', { product_id: lamp.id })
  scene.advance(-5)
  await scene.arrive(lamp, 3)
  expect(await toldOf(lamp.id)).toEqual([])
  scene.advance(10)
  await scene.arrive(lamp, 3)
  expect(await toldOf(lamp.id)).toEqual([ada.id])
})

test('a job that dies in between goes on with the others, and tells nobody twice', async () => {
  const lamp = scene.sell(0)
  const waiting = await Promise.all(
    Array.from({ length: 450 }, async () => {
      const who = scene.shopper()
      await who.call('wantNotice', { product_id: lamp.id })
      return who.id
    }),
  )
  const payload = { levels: [{ variant_id: lamp.variants[0]?.id, product_id: lamp.id, available: 1 }] }
  await scene.h.deliver('inventory.back-in-stock.v1', payload)
  const jobs = scene.h.takeJobs()
  expect(jobs).toHaveLength(1)
  await Promise.all([1, 2].map(() => scene.h.runJob(jobs[0]?.name ?? '', jobs[0]?.payload)))
  await scene.h.runJob(jobs[0]?.name ?? '', jobs[0]?.payload)
  expect((await toldOf(lamp.id)).sort()).toEqual(waiting.sort())
})

test('what is archived meanwhile is not told of', async () => {
  const ada = scene.shopper()
  const lamp = scene.sell(0)
  await ada.call('wantNotice', { product_id: lamp.id })
  lamp.published = false
  await scene.arrive(lamp, 2)
  expect(await toldOf(lamp.id)).toEqual([])
})
