import { afterAll, beforeAll, expect, test } from 'vitest'
import { openShop, pictureId, sellerPictures, type Shop } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const other = sellerPictures[0]
const gone = (picture_id: string) => shop.deliver('media.picture-removed.v1', { picture_id })
const told = async (product_id: string): Promise<number> =>
  (await shop.events()).filter(
    ({ type, payload }) =>
      type === 'catalog.product-changed.v1' && (payload as { product_id: string }).product_id === product_id,
  ).length

test('a picture that is gone is on no page, card and category, and others stay', async () => {
  const category = await shop.asStaff('createCategory', { name: 'Mugs', picture_id: pictureId })
  const both = { pictures: [{ id: pictureId }, { id: other }], category_id: category.id }
  const { id } = await shop.asStaff('createProduct', { name: 'Mug', price: '5.00', ...both })
  const draft = await shop.asStaff('createProduct', {
    name: 'Draft',
    price: '5.00',
    status: 'draft',
    ...both,
  })
  const untouched = await shop.asStaff('createProduct', {
    name: 'Cup',
    price: '5.00',
    pictures: [{ id: other }],
  })
  const before = await told(id)
  await gone(pictureId)
  const page = await shop.asGuest('getProduct', { product_id: id })
  expect(page.pictures.map((picture) => picture.id)).toEqual([other])
  const { items } = await shop.asGuest('listProducts', { page_size: 100, sort: 'name' })
  expect(items.find((card) => card.id === id)?.picture?.id).toBe(other)
  expect(JSON.stringify(items)).not.toContain(pictureId)
  expect((await shop.asStaff('getProduct', { product_id: draft.id })).pictures).toHaveLength(1)
  expect((await shop.asGuest('getCategory', { category: category.id })).picture).toBeNull()
  expect(await told(id)).toBe(before + 1)
  expect(await told(untouched.id)).toBe(1)

  await gone(pictureId)
  expect(await told(id)).toBe(before + 1)
})

test('the last picture of a product goes too', async () => {
  const { id } = await shop.asStaff('createProduct', {
    name: 'Bowl',
    price: '5.00',
    pictures: [{ id: pictureId }],
  })
  await gone(pictureId)
  expect((await shop.asGuest('getProduct', { product_id: id })).pictures).toEqual([])
  const { items } = await shop.asGuest('listProducts', { page_size: 100, sort: 'name' })
  expect(items.find((card) => card.id === id)?.picture).toBeNull()
})
