import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { InputOf } from '@rampart/platform/contract/define-contract.ts'
import { openShop, pictureId, type Shop } from './shop.ts'

type Row = InputOf<Catalog, 'importProducts'>['rows'][number]

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const bring = (rows: Row[]) => shop.asModule('cli', 'importProducts', { rows })
const row = (line: number, sku: string, more: Partial<Row> = {}): Row => ({
  line,
  name: `Product ${sku}`,
  variants: [{ sku, price: '9.99', quantity: 3 }],
  ...more,
})

describe('importProducts', () => {
  test('adds products with their categories, pictures and pieces', async () => {
    const answer = await bring([
      row(1, 'IMP-1', {
        category_path: ['Office', 'Paper'],
        pictures: [{ id: pictureId }],
        attributes: [{ name: 'Sheets', value: 500 }],
      }),
      row(2, 'IMP-2', { category_path: ['OFFICE', 'Pens'] }),
      row(3, 'IMP-3', { name: 'Product IMP-2' }),
    ])
    expect(answer).toEqual({ created: 3, updated: 0, failed: [] })
    const { items } = await shop.asGuest('listProducts', { category: 'office', sort: 'name' })
    expect(items).toMatchObject([
      { slug: 'product-imp-1', in_stock: true, picture: { id: pictureId } },
      { slug: 'product-imp-2', in_stock: true, picture: null },
    ])
    expect(await shop.asGuest('getProductBySlug', { slug: 'product-imp-2-imp-3' })).toMatchObject({
      variants: [{ sku: 'IMP-3', available: 3 }],
    })
    expect(
      (await shop.asGuest('getCategory', { category: 'office' })).children.map((child) => child.name),
    ).toEqual(['Paper', 'Pens'])
  })

  test('updates by SKU, keeps what a row does not say, and leaves the stock alone', async () => {
    const events = (await shop.events()).length
    const told = shop.told.length
    const answer = await bring([
      row(1, 'IMP-1', { name: 'Renamed', variants: [{ sku: 'IMP-1', price: '8', quantity: 99 }] }),
    ])
    expect(answer).toEqual({ created: 0, updated: 1, failed: [] })
    const after = await shop.asGuest('getProductBySlug', { slug: 'product-imp-1' })
    expect(after).toMatchObject({
      name: 'Renamed',
      price: { amount: '8.00' },
      category: { name: 'Paper' },
      attributes: [{ key: 'sheets', value: 500 }],
      variants: [{ available: 3 }],
    })
    expect(shop.told.length).toBe(told)
    const types = (await shop.events()).slice(events).map((event) => event.type)
    expect(types.sort()).toEqual(['audit.entry-recorded.v1', 'catalog.products-imported.v1'])
  })

  test('tells of rows that cannot be taken, with their lines, and takes the rest', async () => {
    await bring([row(1, 'PAIR-A'), row(2, 'PAIR-B')])
    await shop.asStaff('createProduct', {
      name: 'Two sizes',
      variants: [
        { sku: 'SIZE-S', price: 1, options: { Size: 'S' } },
        { sku: 'SIZE-M', price: 1, options: { Size: 'M' } },
      ],
    })
    const answer = await bring([
      row(10, 'NEW-1'),
      row(11, 'NEW-1'),
      row(12, 'NEW-2', { variants: [{ sku: 'NEW-2', price: '1.005' }] }),
      row(13, 'X', {
        variants: [
          { sku: 'PAIR-A', price: 1, options: { A: '1' } },
          { sku: 'PAIR-B', price: 1, options: { A: '2' } },
        ],
      }),
      row(14, 'SIZE-S'),
      row(15, 'NEW-3', { slug: 'two-sizes' }),
      row(16, 'NEW-4'),
    ])
    expect(answer.created).toBe(2)
    expect(answer.failed).toEqual([
      { line: 11, reason: 'SKU NEW-1 already stands in line 10.' },
      { line: 12, reason: 'The price of NEW-2 is not an amount in USD.' },
      { line: 13, reason: 'Its SKUs belong to several products.' },
      { line: 14, reason: 'The product also has the variant SIZE-M: name all its variants in one row.' },
      { line: 15, reason: 'Another product has the address two-sizes.' },
    ])
  })

  test('repeated, or run twice at once, makes nothing twice', async () => {
    const rows = Array.from({ length: 40 }, (_, index) =>
      row(index + 1, `RACE-${index}`, { category_path: ['Raced', `Shelf ${index % 3}`] }),
    )
    const answers = await Promise.all([bring(rows), bring(rows), bring([...rows].reverse())])
    expect(answers.flatMap((answer) => answer.failed)).toEqual([])
    expect(answers.reduce((sum, answer) => sum + answer.created, 0)).toBe(40)
    const found = await shop.asGuest('listProducts', { category: 'raced', page_size: '100' })
    expect([found.total, found.items.length]).toEqual([40, 40])
    const { items } = await shop.asGuest('listCategories', {})
    expect(items.filter((category) => category.name === 'Raced')).toHaveLength(1)
  })
})
