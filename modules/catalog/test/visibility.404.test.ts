import { afterAll, beforeAll, expect, test } from 'vitest'
import { openShop, staff, type Shop } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

test('drafts and archived products exist for staff only', async () => {
  for (const status of ['draft', 'archived'] as const) {
    const made = await shop.asStaff('createProduct', { name: `A ${status} thing`, price: 1, status })
    await expect(shop.asGuest('getProduct', { product_id: made.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(shop.asGuest('getProductBySlug', { slug: made.slug })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await shop.asStaff('getProduct', { product_id: made.id })).status).toBe(status)
    expect((await shop.asGuest('listProducts', { q: status })).items).toEqual([])
    expect((await shop.asStaff('listManagedProducts', { status })).items.map((row) => row.id)).toEqual([
      made.id,
    ])
    const { variants } = await shop.asModule('cart', 'getVariantsForSale', {
      variant_ids: [made.variants[0]?.id ?? ''],
    })
    expect(variants[0]?.sellable).toBe(false)
  }
})

test('an archived product leaves the shop, keeps its rows, and may be archived again', async () => {
  const made = await shop.asStaff('createProduct', { name: 'Going', price: 1, sku: 'GOING' })
  await shop.asStaff('archiveProduct', { product_id: made.id })
  const events = (await shop.events()).length
  await shop.asStaff('archiveProduct', { product_id: made.id })
  expect((await shop.events()).length).toBe(events)
  await expect(shop.asGuest('getProduct', { product_id: made.id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  const { variants } = await shop.asModule('checkout', 'getVariantsForSale', {
    variant_ids: [made.variants[0]?.id ?? ''],
  })
  expect(variants).toMatchObject([{ sku: 'GOING', product_name: 'Going', sellable: false }])
})

test('only staff who may write the catalogue change it', async () => {
  const changes = [
    ['createProduct', { name: 'X', price: 1 }],
    ['updateProduct', { product_id: staff.id, name: 'X' }],
    ['archiveProduct', { product_id: staff.id }],
    ['createCategory', { name: 'X' }],
    ['updateCategory', { category_id: staff.id, name: 'X' }],
    ['deleteCategory', { category_id: staff.id }],
    ['listManagedProducts', {}],
  ] as const
  for (const [operation, input] of changes) {
    await expect(shop.call(operation, input)).rejects.toMatchObject({ status: 401 })
    const customer = {
      kind: 'customer',
      id: staff.id,
      session_id: staff.session_id,
      guest_token: null,
    } as const
    await expect(shop.call(operation, input, { principal: customer })).rejects.toMatchObject({ status: 403 })
    const clerk = { ...staff, permissions: ['catalog:read', 'orders:write'] }
    await expect(shop.call(operation, input, { principal: clerk })).rejects.toMatchObject({ status: 403 })
  }
})

test('nobody outside reaches what modules ask', async () => {
  for (const operation of ['getVariantsForSale', 'getDefaultVariants', 'importProducts']) {
    await expect(shop.call(operation, {}, { principal: staff })).rejects.toMatchObject({ status: 403 })
    await expect(shop.call(operation, {}, { caller: 'inventory' })).rejects.toMatchObject({ status: 403 })
  }
})
