import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { deleteWishlist } from '../store/wishlists.ts'
import { wishlistHoldings } from '../wishlist/holdings.ts'
import { wishlistScene } from './wishlist-scene.ts'

let scene: Awaited<ReturnType<typeof wishlistScene>>
beforeAll(async () => void (scene = await wishlistScene()))
afterAll(() => scene.h.close())

type Wishlist = {
  name: string
  shared_at: string | null
  items: { product_id: string; product: { name: string } | null; notice: boolean }[]
  total: number
}

test('what is wished for is there once, newest first, and goes when it is taken off', async () => {
  const ada = scene.shopper()
  const [lamp, chair] = [scene.sell(3), scene.sell(1)]
  for (const { id } of [lamp, chair, lamp]) {
    expect(await ada.call('addToWishlist', { product_id: id })).toMatchObject({ product_id: id })
    scene.advance(1)
  }
  const list = await ada.call<Wishlist>('getWishlist')
  expect(list).toMatchObject({ name: '', shared_at: null, total: 2, page: 1 })
  expect(list.items.map(({ product }) => product?.name)).toEqual([chair.name, lamp.name])
  expect(await ada.call('getWishlistIds')).toEqual({ product_ids: [chair.id, lamp.id], notice_ids: [] })

  await ada.call('removeFromWishlist', { product_id: lamp.id })
  await expect(ada.call('removeFromWishlist', { product_id: lamp.id })).rejects.toMatchObject({ status: 404 })
  chair.published = false
  expect((await ada.call<Wishlist>('getWishlist')).items).toMatchObject([
    { product_id: chair.id, product: null },
  ])
})

test('what is not sold cannot be wished for; another’s wishes are not there', async () => {
  const [ada, eve] = [scene.shopper(), scene.shopper()]
  await expect(ada.call('addToWishlist', { product_id: newId() })).rejects.toMatchObject({ status: 404 })
  const { id: product_id } = scene.sell(1)
  await ada.call('addToWishlist', { product_id })
  expect((await eve.call<Wishlist>('getWishlist')).items).toEqual([])
  for (const operation of ['removeFromWishlist', 'moveWishToCart', 'withdrawNotice'])
    await expect(eve.call(operation, { product_id })).rejects.toMatchObject({ status: 404 })
  expect((await ada.call<Wishlist>('getWishlist')).total).toBe(1)
  await expect(scene.h.call('getWishlist', {})).rejects.toMatchObject({ status: 401 })
})

test('a list holds 200 products, however many come at once', async () => {
  const ada = scene.shopper()
  const ids = Array.from({ length: 230 }, () => scene.sell(1).id)
  for (let start = 0; start < 150; start += 50)
    await ada.call('mergeWishlist', { product_ids: ids.slice(start, start + 50) })
  const settled = await Promise.allSettled(
    ids.slice(150).map((product_id) => ada.call('addToWishlist', { product_id })),
  )
  const refused = settled.filter((one) => one.status === 'rejected')
  expect(refused).toHaveLength(30)
  for (const { reason } of refused)
    expect(reason).toMatchObject({ code: 'CUSTOMERS_WISHLIST_FULL', status: 409 })
  expect((await ada.call<Wishlist>('getWishlist')).total).toBe(200)
})

test('merging takes what is sold and not yet there, each once', async () => {
  const ada = scene.shopper()
  const [lamp, chair] = [scene.sell(1), scene.sell(1)]
  await ada.call('addToWishlist', { product_id: lamp.id })
  const product_ids = [lamp.id, chair.id, newId(), chair.id]
  expect(await ada.call('mergeWishlist', { product_ids })).toEqual({ added: 1 })
  expect(await ada.call('mergeWishlist', { product_ids })).toEqual({ added: 0 })
  expect((await ada.call<Wishlist>('getWishlist')).total).toBe(2)
})

test('moving to the cart takes it off the list; what the cart refuses stays on it', async () => {
  const ada = scene.shopper()
  const [lamp, shirt, gone] = [scene.sell(3), scene.sell(2, 5), scene.sell(0)]
  for (const { id } of [lamp, shirt, gone]) await ada.call('addToWishlist', { product_id: id })
  scene.bought.length = 0

  expect(await ada.call('moveWishToCart', { product_id: lamp.id, quantity: 2 })).toMatchObject({
    variant_id: lamp.variants[0]?.id,
    cart_count: 2,
  })
  await expect(ada.call('moveWishToCart', { product_id: shirt.id })).rejects.toMatchObject({
    code: 'CUSTOMERS_VARIANT_NEEDED',
  })
  const foreign = { product_id: shirt.id, variant_id: lamp.variants[0]?.id }
  await expect(ada.call('moveWishToCart', foreign)).rejects.toMatchObject({
    code: 'CUSTOMERS_VARIANT_UNKNOWN',
  })
  await expect(ada.call('moveWishToCart', { product_id: gone.id })).rejects.toMatchObject({
    code: 'CUSTOMERS_OUT_OF_STOCK',
  })
  expect((await ada.call<Wishlist>('getWishlist')).total).toBe(2)
  await ada.call('moveWishToCart', { product_id: shirt.id, variant_id: shirt.variants[1]?.id })
  expect(scene.bought).toEqual([
    { variant_id: lamp.variants[0]?.id, quantity: 2 },
    { variant_id: shirt.variants[1]?.id, quantity: 1 },
  ])
})

test('a link shows name and products to anybody, and nothing about whose they are, until it is withdrawn', async () => {
  const ada = scene.shopper()
  const lamp = scene.sell(1)
  await ada.call('addToWishlist', { product_id: lamp.id })
  await ada.call('renameWishlist', { name: 'For my birthday' })
  const first = await ada.call<{ token: string; url: string }>('shareWishlist')
  expect(first.url).toBe(`http://localhost:8000/wishlist/shared/${first.token}`)
  const seen = await scene.h.call('getSharedWishlist', { token: first.token })
  expect(Object.keys(seen).sort()).toEqual(['name', 'products'])
  expect(seen).toMatchObject({ name: 'For my birthday', products: [{ id: lamp.id }] })
  expect(JSON.stringify(seen)).not.toContain(ada.id)

  const stored = await scene.h.db.many<{ row: string }>(
    sql`SELECT encode(share_hash, 'escape') || name AS row FROM customers.wishlists`,
  )
  expect(JSON.stringify([stored, await scene.h.events()])).not.toContain(first.token)

  const second = await ada.call<{ token: string }>('shareWishlist')
  const gone = { status: 404 }
  await expect(scene.h.call('getSharedWishlist', { token: first.token })).rejects.toMatchObject(gone)
  await ada.call('unshareWishlist')
  for (const token of [second.token, '', 'guessed'])
    await expect(scene.h.call('getSharedWishlist', { token })).rejects.toMatchObject(gone)
  await expect(ada.call('unshareWishlist')).rejects.toMatchObject(gone)
})

test('each change leaves one entry, without the name or the link', async () => {
  const ada = scene.shopper()
  const [lamp, sold] = [scene.sell(1), scene.sell(0)]
  const before = (await scene.actions()).length
  await ada.call('addToWishlist', { product_id: lamp.id })
  await ada.call('addToWishlist', { product_id: lamp.id })
  await ada.call('renameWishlist', { name: 'A secret crush' })
  const { token } = await ada.call<{ token: string }>('shareWishlist')
  await ada.call('unshareWishlist')
  await ada.call('wantNotice', { product_id: sold.id })
  await ada.call('withdrawNotice', { product_id: sold.id })
  await ada.call('moveWishToCart', { product_id: lamp.id })
  await ada.call('removeFromWishlist', { product_id: sold.id })
  expect((await scene.actions()).slice(before)).toEqual([
    'customers.wish_added',
    'customers.wishlist_renamed',
    'customers.wishlist_shared',
    'customers.wishlist_unshared',
    'customers.notice_wanted',
    'customers.notice_withdrawn',
    'customers.wish_moved_to_cart',
    'customers.wish_removed',
  ])
  for (const secret of ['A secret crush', token])
    expect(JSON.stringify(await scene.h.events())).not.toContain(secret)
})

test('an export tells of the list; an erasure leaves nothing of it, and of others all', async () => {
  const [ada, eve] = [scene.shopper(), scene.shopper()]
  const lamp = scene.sell(1)
  for (const who of [ada, eve]) {
    await who.call('addToWishlist', { product_id: lamp.id })
    await who.call('renameWishlist', { name: 'Mine' })
  }
  const mine = { name: 'Mine', shared_at: null, products: [{ product_id: lamp.id, notice: false }] }
  expect(await wishlistHoldings(scene.h.db, ada.id)).toMatchObject(mine)
  await scene.h.db.tx((tx) => deleteWishlist(tx, ada.id))
  expect(await wishlistHoldings(scene.h.db, ada.id)).toEqual({ name: '', shared_at: null, products: [] })
  expect(await wishlistHoldings(scene.h.db, eve.id)).toMatchObject(mine)
})
