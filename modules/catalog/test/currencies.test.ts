import { afterEach, beforeEach, expect, test } from 'vitest'
import { testSettings } from '@rampart/platform/testing/module-harness.ts'
import { openShop, type Shop } from './shop.ts'

let shop: Shop
let now: Date

beforeEach(async () => {
  now = new Date('2026-03-01T10:00:00.000Z')
  shop = await openShop({
    clock: () => now,
    settings: { ...testSettings, shop_currencies: ['USD', 'JPY', 'KWD'] },
  })
})

afterEach(() => shop.close())

const mug = {
  name: 'Mug',
  options: [{ name: 'Size', values: ['S', 'L'] }],
  variants: [
    {
      sku: 'MUG-S',
      options: { Size: 'S' },
      price: '10.00',
      prices: [
        { price: { amount: '1500', currency: 'JPY' }, compare_at_price: { amount: '2000', currency: 'JPY' } },
        { price: { amount: '3.075', currency: 'KWD' } },
      ],
    },
    {
      sku: 'MUG-L',
      options: { Size: 'L' },
      price: '14.00',
      prices: [{ price: { amount: '2100', currency: 'JPY' } }],
    },
  ],
}

test('each variant keeps a price in each currency, with the digits of that currency', async () => {
  const product = await shop.asStaff('createProduct', mug)
  expect(product.variants.map(({ prices }) => prices?.map(({ price }) => price))).toEqual([
    [
      { amount: '1500', currency: 'JPY' },
      { amount: '3.075', currency: 'KWD' },
    ],
    [{ amount: '2100', currency: 'JPY' }],
  ])
  // Of each currency the lowest stands for the product, of the variants that are for sale in it.
  const [card] = (await shop.asGuest('listProducts', {})).items
  expect(card?.price).toEqual({ amount: '10.00', currency: 'USD' })
  expect(card?.prices).toMatchObject([
    {
      price: { amount: '1500', currency: 'JPY' },
      price_varies: true,
      compare_at_price: { amount: '2000', currency: 'JPY' },
    },
    { price: { amount: '3.075', currency: 'KWD' }, price_varies: false },
  ])
})

test('a list that is given replaces all; one that is not leaves all as it was', async () => {
  const product = await shop.asStaff('createProduct', mug)
  const [small, large] = product.variants
  const changed = await shop.asStaff('updateProduct', {
    product_id: product.id,
    variants: [
      { id: small?.id, sku: 'MUG-S', options: { Size: 'S' }, price: '11.00' },
      { id: large?.id, sku: 'MUG-L', options: { Size: 'L' }, price: '14.00', prices: [] },
    ],
  })
  expect(changed.variants.map(({ prices }) => prices?.length)).toEqual([2, undefined])
  const renamed = await shop.asStaff('updateProduct', { product_id: product.id, name: 'Cup' })
  expect(renamed.variants[0]?.prices).toHaveLength(2)
})

test('the short form takes them too', async () => {
  const price = { amount: '900', currency: 'JPY' }
  const { id } = await shop.asStaff('createProduct', { name: 'Bowl', price: '6.00', prices: [{ price }] })
  expect((await shop.asGuest('getProduct', { product_id: id })).prices?.[0]?.price).toEqual(price)
})

test.each([
  ['a currency that the shop does not sell in', [{ price: { amount: '9.00', currency: 'EUR' } }]],
  ['the product’s own', [{ price: { amount: '9.00', currency: 'USD' } }]],
  ['none', [{ price: '9' }]],
  ['fractions that the currency has not', [{ price: { amount: '900.5', currency: 'JPY' } }]],
  ['one twice', [1, 2].map(() => ({ price: { amount: '900', currency: 'JPY' } }))],
  [
    'another beside it',
    [{ price: { amount: '900', currency: 'JPY' }, compare_at_price: { amount: '9.5', currency: 'KWD' } }],
  ],
])('a price in %s is refused', async (_what, prices) => {
  await expect(shop.asStaff('createProduct', { name: 'Bowl', price: '6.00', prices })).rejects.toMatchObject({
    code: 'CATALOG_BAD_PRICE',
  })
})

test('carts and orders get the price in their currency, or are told that there is none', async () => {
  const product = await shop.asStaff('createProduct', mug)
  const ids = product.variants.map(({ id }) => id)
  const inCurrency = async (currency?: string) => {
    const { variants } = await shop.asModule('cart', 'getVariantsForSale', { variant_ids: ids, currency })
    return ids.map((id) => {
      const found = variants.find(({ variant_id }) => variant_id === id)
      return [found?.price_minor, found?.currency, found?.sellable, found?.unpriced]
    })
  }
  expect(await inCurrency()).toEqual([
    [1000, 'USD', true, undefined],
    [1400, 'USD', true, undefined],
  ])
  expect(await inCurrency('USD')).toEqual(await inCurrency())
  expect(await inCurrency('JPY')).toEqual([
    [1500, 'JPY', true, undefined],
    [2100, 'JPY', true, undefined],
  ])
  expect(await inCurrency('KWD')).toEqual([
    [3075, 'KWD', true, undefined],
    [0, 'KWD', false, true],
  ])
  await shop.asStaff('archiveProduct', { product_id: product.id })
  expect(await inCurrency('KWD')).toEqual([
    [3075, 'KWD', false, undefined],
    [0, 'KWD', false, undefined],
  ])
})

test('a sale by percent takes it off in every currency, one by prices where it names them', async () => {
  const product = await shop.asStaff('createProduct', mug)
  const [small] = product.variants
  const first = await shop.asStaff('scheduleSale', {
    product_id: product.id,
    ends_at: '2026-03-02T10:00:00.000Z',
    percent: 10,
  })
  expect(first.prices.map(({ price }) => `${price.amount} ${price.currency}`)).toEqual([
    '9.00 USD',
    '1350 JPY',
    '2.768 KWD',
    '12.60 USD',
    '1890 JPY',
  ])
  const page = await shop.asGuest('getProduct', { product_id: product.id })
  expect(page.variants[0]?.prices?.[0]).toMatchObject({
    price: { amount: '1350', currency: 'JPY' },
    regular_price: { amount: '1500', currency: 'JPY' },
    regular_compare_at_price: { amount: '2000', currency: 'JPY' },
  })
  await shop.asStaff('scheduleSale', {
    product_id: product.id,
    starts_at: '2026-03-03T10:00:00.000Z',
    ends_at: '2026-03-04T10:00:00.000Z',
    prices: [{ variant_id: small?.id ?? '', price: { amount: '1000', currency: 'JPY' } }],
  })
  now = new Date('2026-03-03T10:00:00.000Z')
  const asked = async (currency: string) => {
    const { variants } = await shop.asModule('cart', 'getVariantsForSale', {
      variant_ids: [small?.id ?? ''],
      currency,
    })
    return variants[0]?.price_minor
  }
  expect([await asked('USD'), await asked('JPY'), await asked('KWD')]).toEqual([1000, 1000, 3075])
})

test('a sale cannot name a price above the regular one of its currency, nor where there is none', async () => {
  const product = await shop.asStaff('createProduct', mug)
  const [small, large] = product.variants
  const plan = (variant_id: string | undefined, amount: string, currency: string) =>
    shop.asStaff('scheduleSale', {
      product_id: product.id,
      ends_at: '2026-03-02T10:00:00.000Z',
      prices: [{ variant_id: variant_id ?? '', price: { amount, currency } }],
    })
  await expect(plan(small?.id, '1500', 'JPY')).rejects.toMatchObject({ code: 'CATALOG_BAD_SALE' })
  await expect(plan(large?.id, '1.000', 'KWD')).rejects.toMatchObject({ code: 'CATALOG_BAD_SALE' })
  await expect(plan(small?.id, '10.5', 'JPY')).rejects.toMatchObject({ code: 'CATALOG_BAD_PRICE' })
})

test('beside a reduced price stands the lowest of thirty days in the same currency', async () => {
  const price = (amount: string) => [{ price: { amount, currency: 'JPY' } }]
  const { id } = await shop.asStaff('createProduct', { name: 'Bowl', price: '6.00', prices: price('800') })
  now = new Date('2026-03-05T10:00:00.000Z')
  await shop.asStaff('updateProduct', { product_id: id, prices: price('900') })
  now = new Date('2026-03-10T10:00:00.000Z')
  await shop.asStaff('scheduleSale', {
    product_id: id,
    ends_at: '2026-03-20T10:00:00.000Z',
    percent: 50,
  })
  const page = await shop.asGuest('getProduct', { product_id: id })
  expect(page.prices?.[0]).toMatchObject({
    price: { amount: '450', currency: 'JPY' },
    lowest_price: { amount: '800', currency: 'JPY' },
  })
  const { items } = await shop.asStaff('getPriceHistory', { product_id: id })
  expect(
    items.filter((entry) => entry.price?.currency === 'JPY').map((entry) => entry.price?.amount),
  ).toEqual(['450', '900', '800'])
})

test('a change by percent counts in every currency', async () => {
  const { id } = await shop.asStaff('createProduct', mug)
  await shop.asStaff('bulkEditProducts', { product_ids: [id], price_percent: 10 })
  const page = await shop.asGuest('getProduct', { product_id: id })
  expect(page.prices?.map(({ price }) => price.amount)).toEqual(['1650', '3.383'])
})
