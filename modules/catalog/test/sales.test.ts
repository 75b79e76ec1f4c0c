import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openShop, sellers, type Shop } from './shop.ts'

const DAY = 86_400_000
const START = Date.parse('2026-03-01T12:00:00.000Z')
let now = START
let shop: Shop
beforeAll(async () => {
  shop = await openShop({ clock: () => new Date(now) })
})
afterAll(() => shop.close())

const at = (days: number): string => new Date(START + days * DAY).toISOString()
const goTo = async (days: number): Promise<void> => {
  now = START + days * DAY
  await shop.runSchedule('apply-sales')
}
const changes = async (id: string): Promise<number> =>
  (await shop.events()).filter(
    ({ type, payload }) =>
      type === 'catalog.product-changed.v1' && (payload as { product_id: string }).product_id === id,
  ).length

describe('a sale', () => {
  test('holds from its first moment to its last, and each is told of', async () => {
    now = START
    const { id, slug, variants } = await shop.asStaff('createProduct', { name: 'Kettle', price: 100 })
    const variantId = variants[0]?.id ?? ''
    const priceForCart = async () =>
      (await shop.asModule('cart', 'getVariantsForSale', { variant_ids: [variantId] })).variants[0]
        ?.price_minor
    await shop.asStaff('scheduleSale', { product_id: id, starts_at: at(2), ends_at: at(4), percent: 25 })
    expect(await shop.asGuest('getProductBySlug', { slug })).toMatchObject({ price: { amount: '100.00' } })

    const before = await changes(id)
    now = START + 2 * DAY
    // Whoever pays is asked the right price even before pages show it.
    expect(await priceForCart()).toBe(7500)
    await goTo(2)
    expect(await changes(id)).toBe(before + 1)
    expect(await shop.asGuest('getProductBySlug', { slug })).toMatchObject({
      price: { amount: '75.00' },
      compare_at_price: { amount: '100.00' },
      lowest_price: { amount: '100.00' },
      sale_ends_at: at(4),
      variants: [{ price: { amount: '75.00' }, regular_price: { amount: '100.00' } }],
    })
    const { items } = await shop.asGuest('listProducts', { price_max: 80 })
    expect(items.find((card) => card.id === id)).toMatchObject({ sale_ends_at: at(4) })

    await goTo(3)
    expect(await changes(id)).toBe(before + 1)
    await goTo(4)
    expect(await changes(id)).toBe(before + 2)
    expect(await priceForCart()).toBe(10_000)
    const after = await shop.asGuest('getProductBySlug', { slug })
    expect(after).toMatchObject({ price: { amount: '100.00' }, compare_at_price: null })
    expect(after).not.toHaveProperty('sale_ends_at')
  })

  test('that follows another within 30 days strikes no price that was not the lowest', async () => {
    now = START
    const { id, slug } = await shop.asStaff('createProduct', { name: 'Pan', price: 50 })
    await shop.asStaff('scheduleSale', { product_id: id, starts_at: at(1), ends_at: at(2), percent: 20 })
    await shop.asStaff('scheduleSale', { product_id: id, starts_at: at(10), ends_at: at(12), percent: 10 })
    await shop.asStaff('scheduleSale', { product_id: id, starts_at: at(60), ends_at: at(62), percent: 10 })
    await goTo(1)
    await goTo(2)
    await goTo(10)
    expect(await shop.asGuest('getProductBySlug', { slug })).toMatchObject({
      price: { amount: '45.00' },
      lowest_price: { amount: '40.00' },
      compare_at_price: null,
    })
    await goTo(12)
    await goTo(60)
    expect(await shop.asGuest('getProductBySlug', { slug })).toMatchObject({
      price: { amount: '45.00' },
      lowest_price: { amount: '50.00' },
      compare_at_price: { amount: '50.00' },
    })
  })

  test('survives that the product is edited, whose regular price stays the one that was typed', async () => {
    now = START
    const { id } = await shop.asStaff('createProduct', { name: 'Spoon', sku: 'SPOON', price: 10 })
    await shop.asStaff('scheduleSale', { product_id: id, ends_at: at(1), percent: 50 })
    const edited = await shop.asStaff('updateProduct', { product_id: id, price: 12, summary: 'Bent.' })
    expect(edited.variants[0]).toMatchObject({
      price: { amount: '5.00' },
      regular_price: { amount: '12.00' },
    })
    await goTo(1)
    expect(await shop.asGuest('getProduct', { product_id: id })).toMatchObject({ price: { amount: '12.00' } })
  })

  test('ends at once when it is cancelled, and is dropped when it has not begun', async () => {
    now = START
    const { id } = await shop.asStaff('createProduct', { name: 'Fork', price: 10 })
    const running = await shop.asStaff('scheduleSale', { product_id: id, ends_at: at(1), percent: 50 })
    const planned = await shop.asStaff('scheduleSale', {
      product_id: id,
      starts_at: at(3),
      ends_at: at(4),
      percent: 50,
    })
    expect([running.state, planned.state]).toEqual(['running', 'planned'])
    now = START + 1000
    for (const sale_id of [running.id, planned.id])
      await shop.asStaff('cancelSale', { product_id: id, sale_id })
    expect(await shop.asGuest('getProduct', { product_id: id })).toMatchObject({ price: { amount: '10.00' } })
    const { items } = await shop.asStaff('listProductSales', { product_id: id })
    expect(items).toMatchObject([{ id: running.id, state: 'over' }])
    await expect(shop.asStaff('cancelSale', { product_id: id, sale_id: running.id })).rejects.toMatchObject({
      code: 'CATALOG_SALE_OVER',
    })
    const history = await shop.asStaff('getPriceHistory', { product_id: id })
    expect(history.items.map(({ price }) => price?.amount)).toEqual(['10.00', '5.00'])
  })

  test('is refused where it is none, or meets another', async () => {
    now = START
    const { id, variants } = await shop.asStaff('createProduct', { name: 'Knife', price: 10 })
    const variant_id = variants[0]?.id ?? ''
    const schedule = (rest: object) =>
      shop.asStaff('scheduleSale', { product_id: id, ends_at: at(2), ...rest }).then(
        () => 'taken',
        (error: { code: string }) => error.code,
      )
    expect(await schedule({})).toBe('CATALOG_BAD_SALE')
    expect(await schedule({ percent: 10, ends_at: at(-1) })).toBe('CATALOG_BAD_SALE')
    expect(await schedule({ percent: 10, prices: [{ variant_id, price: 5 }] })).toBe('CATALOG_BAD_SALE')
    expect(await schedule({ prices: [{ variant_id, price: 10 }] })).toBe('CATALOG_BAD_SALE')
    expect(await schedule({ prices: [{ variant_id: shop.newId(), price: 5 }] })).toBe('CATALOG_BAD_SALE')
    expect(await schedule({ prices: [{ variant_id, price: '5.001' }] })).toBe('CATALOG_BAD_PRICE')
    expect(await schedule({ prices: [{ variant_id, price: 5 }] })).toBe('taken')
    expect(await schedule({ percent: 10, starts_at: at(1), ends_at: at(3) })).toBe('CATALOG_SALE_OVERLAPS')
    expect(await schedule({ percent: 10, starts_at: at(2), ends_at: at(3) })).toBe('taken')
  })

  test('of another seller’s product is not there', async () => {
    now = START
    const [ana, bo] = sellers
    const { id } = await shop.asSeller(ana, 'createProduct', { name: 'Pot', price: 10 })
    const planned = { product_id: id, ends_at: at(1), percent: 10 }
    const { id: sale_id } = await shop.asSeller(ana, 'scheduleSale', planned)
    const refused = { code: 'NOT_FOUND' }
    await expect(shop.asSeller(bo, 'scheduleSale', planned)).rejects.toMatchObject(refused)
    await expect(shop.asSeller(bo, 'listProductSales', { product_id: id })).rejects.toMatchObject(refused)
    await expect(shop.asSeller(bo, 'getPriceHistory', { product_id: id })).rejects.toMatchObject(refused)
    await expect(shop.asSeller(bo, 'cancelSale', { product_id: id, sale_id })).rejects.toMatchObject(refused)
  })
})

test('what was asked before is told beside a former price that was typed, too', async () => {
  now = START
  const { id } = await shop.asStaff('createProduct', { name: 'Plate', price: 20 })
  now = START + DAY
  const changed = await shop.asStaff('updateProduct', { product_id: id, price: 15, compare_at_price: 25 })
  expect(changed).toMatchObject({ compare_at_price: { amount: '25.00' }, lowest_price: { amount: '20.00' } })
})

test('while a product is not offered, no price counts as asked', async () => {
  now = START
  const { id } = await shop.asStaff('createProduct', { name: 'Draft', price: 1, status: 'draft' })
  now = START + DAY
  await shop.asStaff('updateProduct', { product_id: id, price: 30, status: 'published' })
  now = START + 2 * DAY
  await shop.asStaff('archiveProduct', { product_id: id })
  const { items } = await shop.asStaff('getPriceHistory', { product_id: id })
  expect(items.map(({ price }) => price?.amount ?? null)).toEqual([null, '30.00'])
})
