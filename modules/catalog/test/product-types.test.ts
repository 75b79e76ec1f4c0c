import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { InputOf } from '@rampart/platform/contract/define-contract.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openShop, type Shop } from './shop.ts'

type TypeInput = InputOf<Catalog, 'createProductType'>

let shop: Shop
let type_id: string
beforeAll(async () => {
  shop = await openShop()
  const made = await shop.asStaff('createProductType', {
    name: 'Lamp',
    attributes: [
      { name: 'Power', kind: 'number', unit: 'W', required: true },
      { name: 'Socket', kind: 'choice', choices: ['E14', 'E27'] },
      { name: 'Dimmable', kind: 'boolean' },
      { name: 'Shade', kind: 'text' },
    ],
  })
  type_id = made.id
})
afterAll(() => shop.close())

const save = (attributes: { name: string; value: string | number | boolean }[], fields: object = {}) =>
  shop.asStaff('createProduct', { name: 'Lamp', price: 1, type_id, attributes, ...fields })

describe('products of a type', () => {
  test('are taken where their attributes fit, and show its units', async () => {
    const made = await save([
      { name: 'Power', value: 40 },
      { name: 'Socket', value: 'E27' },
      { name: 'Dimmable', value: true },
      { name: 'Not in the type', value: 'anything' },
    ])
    expect(made.type_id).toBe(type_id)
    expect(made.attributes[0]).toEqual({ key: 'power', name: 'Power', value: 40, unit: 'W' })
    expect(await shop.asGuest('getProduct', { product_id: made.id })).not.toHaveProperty('type_id')
    const { items } = await shop.asStaff('listProductTypes', {})
    expect(items).toMatchObject([{ id: type_id, product_count: 1 }])
  })

  test('are told of when it is renamed, and found by its name', async () => {
    const { id } = await save([{ name: 'Power', value: 9 }], { status: 'published' })
    const draft = await save([{ name: 'Power', value: 9 }], { status: 'draft' })
    const index = await shop.asModule('search', 'getIndexDocuments', { product_ids: [id] })
    expect(index.documents).toMatchObject([{ type_name: 'Lamp', seller_name: null }])
    const [type] = (await shop.asStaff('listProductTypes', {})).items
    const fields = { type_id, attributes: type!.attributes.map(({ key: _key, ...rest }) => rest) }
    const before = (await shop.events()).length
    await shop.asStaff('updateProductType', { ...fields, name: 'Lamp' })
    const told = async () =>
      (await shop.events()).slice(before).filter(({ type }) => type === 'catalog.listings-changed.v1')
    expect(await told()).toEqual([])
    await shop.asStaff('updateProductType', { ...fields, name: 'Luminaire' })
    const [event] = await told()
    const { product_ids } = event!.payload as { product_ids: string[] }
    expect(product_ids).toContain(id)
    expect(product_ids).not.toContain(draft.id)
    const after = await shop.asModule('search', 'getIndexDocuments', { product_ids: [id] })
    expect(after.documents).toMatchObject([{ type_name: 'Luminaire' }])
    await shop.asStaff('updateProductType', { ...fields, name: 'Lamp' })
    for (const product_id of [id, draft.id]) await shop.asStaff('archiveProduct', { product_id })
  })

  test.each([
    ['what is required is missing', []],
    ['a number is a text', [{ name: 'Power', value: '40' }]],
    [
      'a choice is none of its own',
      [
        { name: 'Power', value: 40 },
        { name: 'Socket', value: 'B22' },
      ],
    ],
    [
      'a yes or no is a word',
      [
        { name: 'Power', value: 40 },
        { name: 'Dimmable', value: 'yes' },
      ],
    ],
  ])('are refused where %s', async (_why, attributes) => {
    await expect(save(attributes)).rejects.toMatchObject({ code: 'CATALOG_ATTRIBUTES_UNFIT' })
  })

  test('may lack what is required until they are published, one by one or many at once', async () => {
    const draft = await save([], { status: 'draft' })
    const refused = { code: 'CATALOG_ATTRIBUTES_UNFIT' }
    await expect(
      shop.asStaff('updateProduct', { product_id: draft.id, status: 'published' }),
    ).rejects.toMatchObject(refused)
    await expect(
      shop.asStaff('bulkEditProducts', { product_ids: [draft.id], status: 'published' }),
    ).rejects.toMatchObject(refused)
    await shop.asStaff('updateProduct', {
      product_id: draft.id,
      status: 'published',
      attributes: [{ name: 'Power', value: 5 }],
    })
  })

  test('are checked when they are imported, too', async () => {
    const made = await save([{ name: 'Power', value: 7 }], { sku: 'LAMP-7' })
    const row = { line: 1, name: 'Lamp', variants: [{ sku: 'LAMP-7', price: '1.00' }] }
    const bring = (value: string | number) =>
      shop.asModule('cli', 'importProducts', { rows: [{ ...row, attributes: [{ name: 'Power', value }] }] })
    expect((await bring('many')).failed).toEqual([{ line: 1, reason: 'Power must be a number.' }])
    expect((await bring(8)).failed).toEqual([])
    const { attributes } = await shop.asStaff('getProduct', { product_id: made.id })
    expect(attributes).toEqual([{ key: 'power', name: 'Power', value: 8, unit: 'W' }])
  })

  test('need a type that is there', async () => {
    await expect(save([], { type_id: shop.newId() })).rejects.toMatchObject({ code: 'CATALOG_TYPE_UNKNOWN' })
  })
})

describe('product types', () => {
  test.each([
    [
      'two attributes of one key',
      [
        { name: 'Size (cm)', kind: 'number' },
        { name: 'size cm', kind: 'text' },
      ],
    ],
    ['a choice of nothing', [{ name: 'Size', kind: 'choice' }]],
    ['a text with choices', [{ name: 'Size', kind: 'text', choices: ['S'] }]],
    ['a text with a unit', [{ name: 'Size', kind: 'text', unit: 'cm' }]],
  ] satisfies [string, TypeInput['attributes']][])('are refused with %s', async (_what, attributes) => {
    await expect(
      shop.asStaff('createProductType', {
        name: 'Bad',
        attributes,
      }),
    ).rejects.toMatchObject({ code: 'CATALOG_BAD_TYPE' })
  })

  test('have names of their own', async () => {
    await expect(shop.asStaff('createProductType', { name: 'LAMP', attributes: [] })).rejects.toMatchObject({
      code: 'CATALOG_TYPE_NAME_TAKEN',
    })
  })

  test('are changed and removed only where they are there', async () => {
    const missing = shop.newId()
    const refused = { code: 'NOT_FOUND' }
    await expect(
      shop.asStaff('updateProductType', { type_id: missing, name: 'X', attributes: [] }),
    ).rejects.toMatchObject(refused)
    await expect(shop.asStaff('deleteProductType', { type_id: missing })).rejects.toMatchObject(refused)
  })

  test('go when no product has them', async () => {
    await expect(shop.asStaff('deleteProductType', { type_id })).rejects.toMatchObject({
      code: 'CATALOG_TYPE_IN_USE',
    })
    const other = await shop.asStaff('createProductType', { name: 'Other', attributes: [] })
    await shop.asStaff('updateProductType', { type_id: other.id, name: 'Renamed', attributes: [] })
    await shop.asStaff('deleteProductType', { type_id: other.id })
    const { items } = await shop.asStaff('listProductTypes', {})
    expect(items.map(({ name }) => name)).toEqual(['Lamp'])
  })
})
