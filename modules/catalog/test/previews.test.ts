import { afterEach, beforeEach, expect, test } from 'vitest'
import { sql } from '@rampart/platform/db/sql.ts'
import { openShop, sellers, type Shop } from './shop.ts'

let shop: Shop
let now: Date

beforeEach(async () => {
  now = new Date('2026-03-01T10:00:00.000Z')
  shop = await openShop({ clock: () => now })
})
afterEach(() => shop.close())

const draft = (more: object = {}) =>
  shop.asStaff('createProduct', {
    name: 'Coming lamp',
    price: 20,
    status: 'draft',
    tags: ['secret'],
    ...more,
  })
const gone = { code: 'NOT_FOUND', status: 404 }

test('whoever has the link sees the page as it will be, and nothing that only staff read', async () => {
  const { id } = await draft()
  const link = await shop.asStaff('createPreviewLink', { product_id: id, hours: 2 })
  expect(link).toMatchObject({
    url: `http://localhost:8000/preview/${link.token}`,
    expires_at: '2026-03-01T12:00:00.000Z',
  })
  const { product, expires_at } = await shop.asGuest('getPreview', { token: link.token })
  expect(product).toMatchObject({ id, name: 'Coming lamp', status: 'draft', price: { amount: '20.00' } })
  expect(Object.keys(product)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(tags|type_id|seller_id)$/)]),
  )
  expect(expires_at).toBe(link.expires_at)
})

test('the draft is there by the link alone: not by id, address, list, card, relation or index', async () => {
  const other = await shop.asStaff('createProduct', { name: 'Lamp that is there', price: 1 })
  const { id, slug, variants } = await draft({ category_id: null })
  await shop.asStaff('createPreviewLink', { product_id: id })
  await expect(shop.asGuest('getProduct', { product_id: id })).rejects.toMatchObject(gone)
  await expect(shop.asGuest('getProductBySlug', { slug })).rejects.toMatchObject(gone)
  expect((await shop.asGuest('listProducts', { q: 'coming' })).total).toBe(0)
  expect((await shop.asGuest('getCards', { product_ids: [id] })).items).toEqual([])
  const related = await shop.asModule('recommendations', 'findRelated', { product_id: other.id, limit: 9 })
  expect(related.product_ids).not.toContain(id)
  const index = await shop.asModule('search', 'getIndexDocuments', { product_ids: [id] })
  expect(index.documents).toEqual([])
  const variant_ids = variants.map((variant) => variant.id)
  const sale = await shop.asModule('checkout', 'getVariantsForSale', { variant_ids })
  expect(sale.variants.map(({ sellable }) => sellable)).toEqual([false])
})

test('a link ends at its moment, with all others of its product, and when the product is archived', async () => {
  const { id } = await draft()
  const open = async (token: string) => shop.asGuest('getPreview', { token })
  const [short, long] = [
    await shop.asStaff('createPreviewLink', { product_id: id, hours: 1 }),
    await shop.asStaff('createPreviewLink', { product_id: id, hours: 24 }),
  ]
  now = new Date('2026-03-01T10:59:59.999Z')
  await open(short.token)
  now = new Date('2026-03-01T11:00:00.000Z')
  await expect(open(short.token)).rejects.toMatchObject(gone)
  await open(long.token)
  await shop.asStaff('revokePreviewLinks', { product_id: id })
  await expect(open(long.token)).rejects.toMatchObject(gone)
  const last = await shop.asStaff('createPreviewLink', { product_id: id })
  await shop.asStaff('archiveProduct', { product_id: id })
  await expect(open(last.token)).rejects.toMatchObject(gone)
  await expect(shop.asStaff('createPreviewLink', { product_id: id })).rejects.toMatchObject({
    code: 'CATALOG_PRODUCT_ARCHIVED',
  })
})

test('only the hash of a link is kept, and not for longer than it holds', async () => {
  const { id } = await draft()
  const { token } = await shop.asStaff('createPreviewLink', { product_id: id, hours: 1 })
  const rows = () => shop.db.many<{ row: string }>(sql`SELECT p::text AS row FROM catalog.previews AS p`)
  expect((await rows()).map(({ row }) => row.includes(token))).toEqual([false])
  expect(JSON.stringify(await shop.events())).not.toContain(token)
  await shop.runSchedule('forget-previews')
  expect(await rows()).toHaveLength(1)
  now = new Date('2026-03-01T12:00:00.000Z')
  await shop.runSchedule('forget-previews')
  expect(await rows()).toEqual([])
})

test('a seller makes and ends links of their own products alone', async () => {
  const [ana, bo] = sellers
  const { id } = await shop.asSeller(ana, 'createProduct', { name: 'Pot', price: 5, status: 'draft' })
  const { token } = await shop.asSeller(ana, 'createPreviewLink', { product_id: id })
  for (const operation of ['createPreviewLink', 'revokePreviewLinks'] as const)
    await expect(shop.asSeller(bo, operation, { product_id: id })).rejects.toMatchObject(gone)
  expect((await shop.asGuest('getPreview', { token })).product.sold_by).toEqual({ name: 'Ana Pots' })
  await expect(shop.asGuest('createPreviewLink', { product_id: id })).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  })
})

test('a link ends when the product changes hands, and does not come back from the archive', async () => {
  const [ana, bo] = sellers
  const { id } = await shop.asSeller(ana, 'createProduct', { name: 'Pot', price: 5, status: 'draft' })
  const { token } = await shop.asSeller(ana, 'createPreviewLink', { product_id: id })
  await shop.asStaff('updateProduct', { product_id: id, name: 'Pot of clay' })
  expect((await shop.asGuest('getPreview', { token })).product.name).toBe('Pot of clay')
  await shop.asStaff('updateProduct', { product_id: id, seller_id: bo.id })
  await expect(shop.asGuest('getPreview', { token })).rejects.toMatchObject(gone)
  const later = await shop.asSeller(bo, 'createPreviewLink', { product_id: id })
  await shop.asSeller(bo, 'archiveProduct', { product_id: id })
  await shop.asSeller(bo, 'updateProduct', { product_id: id, status: 'draft' })
  await expect(shop.asGuest('getPreview', { token: later.token })).rejects.toMatchObject(gone)
})
