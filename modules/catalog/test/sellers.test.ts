import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { InputOf, OperationName, OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSeller, openShop, pictureId, sellerPictures, sellers, type Shop, staff } from './shop.ts'

const [ana, bo] = [asSeller(sellers[0]), asSeller(sellers[1])]
let shop: Shop
let anas: OutputOf<Catalog, 'createProduct'>
let bos: OutputOf<Catalog, 'createProduct'>
let shops: OutputOf<Catalog, 'createProduct'>

const as = <K extends OperationName<Catalog>>(
  principal: StaffPrincipal,
  operation: K,
  input: InputOf<Catalog, K>,
): Promise<OutputOf<Catalog, K>> => shop.call(operation, input, { principal })

let clock = Date.now()
const later = (seconds: number) => (clock += seconds * 1_000)

beforeAll(async () => {
  shop = await openShop({ clock: () => new Date(clock) })
  anas = await as(ana, 'createProduct', { name: 'Pot', price: 10, sku: 'POT' })
  bos = await as(bo, 'createProduct', { name: 'Rug', price: 90, sku: 'RUG', status: 'draft' })
  shops = await shop.asStaff('createProduct', { name: 'Gift card', price: 5, sku: 'GIFT' })
})
afterAll(() => shop.close())

const notFound = { code: 'NOT_FOUND', status: 404 }
const storedProducts = () => shop.db.many(sql`SELECT p.*, p.search::text FROM catalog.products p ORDER BY id`)
const storedVariants = () => shop.db.many(sql`SELECT * FROM catalog.variants ORDER BY id`)

describe('what a seller adds', () => {
  test('is theirs, the staff’s is the shop’s', async () => {
    expect([anas.seller_id, bos.seller_id, shops.seller_id]).toEqual([ana.id, bo.id, null])
  })

  test('is for sale like anything else, and shoppers are told by whose name, but no id', async () => {
    for (const page of [
      await shop.asGuest('getProduct', { product_id: anas.id }),
      await shop.asGuest('getProductBySlug', { slug: 'pot' }),
      ...(await shop.asGuest('listProducts', { q: 'pot' })).items,
      ...(await shop.asGuest('listProducts', {})).items.filter(({ id }) => id === anas.id),
    ]) {
      expect(page.sold_by).toEqual({ name: 'Ana Pots' })
      expect(JSON.stringify(page)).not.toContain(ana.id)
    }
    const own = await shop.asGuest('getProduct', { product_id: shops.id })
    expect(own.sold_by).toBeNull()
    expect((await shop.asGuest('listProducts', { q: 'gift' })).items[0]?.sold_by).toBeNull()
    expect((await shop.asGuest('listProducts', { q: 'pot' })).items.map(({ id }) => id)).toEqual([anas.id])
    const { variants } = await shop.asModule('checkout', 'getVariantsForSale', {
      variant_ids: [anas.variants[0]!.id, shops.variants[0]!.id],
    })
    expect(new Map(variants.map((variant) => [variant.sku, variant.seller_id]))).toEqual(
      new Map([
        ['POT', ana.id],
        ['GIFT', null],
      ]),
    )
  })

  test('is told to the stock with its owner', async () => {
    const told = (await shop.events())
      .filter((event) => event.type === 'catalog.product-changed.v1')
      .map((event) => event.payload as { product_id: string; seller_id: string | null })
    expect(told.find(({ product_id }) => product_id === anas.id)?.seller_id).toBe(ana.id)
    expect(told.find(({ product_id }) => product_id === shops.id)?.seller_id).toBeNull()
  })

  test('is theirs whatever the body says', async () => {
    for (const seller_id of [bo.id, ana.id, null]) {
      await expect(as(ana, 'createProduct', { name: 'Taken', price: 1, seller_id })).rejects.toMatchObject({
        code: 'VALIDATION_FAILED',
        status: 400,
      })
      await expect(as(ana, 'updateProduct', { product_id: anas.id, seller_id })).rejects.toMatchObject({
        status: 400,
      })
    }
    expect((await shop.asStaff('getProduct', { product_id: anas.id })).seller_id).toBe(ana.id)
    expect((await shop.asStaff('listManagedProducts', { q: 'taken' })).total).toBe(0)
  })
})

describe('a seller', () => {
  test('lists their own products in every status, whatever they filter by', async () => {
    const list = async (more: object = {}) => {
      const { items, total } = await as(ana, 'listManagedProducts', more)
      expect(total).toBe(items.length)
      return items.map(({ id }) => id)
    }
    expect(await list()).toEqual([anas.id])
    expect(await list({ seller_id: ana.id })).toEqual([anas.id])
    for (const wider of [{ seller_id: bo.id }, { q: 'rug' }, { q: 'gift' }, { status: 'draft' }])
      expect(await list(wider)).toEqual([])
  })

  test('changes, takes out and brings back their own', async () => {
    const product_id = anas.id
    const changed = await as(ana, 'updateProduct', { product_id, name: 'Big pot', price: 12 })
    expect(changed).toMatchObject({ name: 'Big pot', price: { amount: '12.00' }, seller_id: ana.id })
    await as(ana, 'archiveProduct', { product_id })
    expect((await as(ana, 'getProduct', { product_id })).status).toBe('archived')
    await as(ana, 'updateProduct', { product_id, status: 'published' })
    expect((await shop.asGuest('getProduct', { product_id })).status).toBe('published')
  })

  test('meets what is another’s or the shop’s as if it had never been, and changes nothing', async () => {
    const before = [await storedProducts(), await storedVariants(), (await shop.events()).length]
    const failure = (call: Promise<unknown>) =>
      call.then(
        () => null,
        ({ code, status, message, errors }: Record<string, unknown>) => ({ code, status, message, errors }),
      )
    for (const product of [bos, shops]) {
      const variant_id = product.variants[0]!.id
      const tries = [
        ['updateProduct', { name: 'Mine' }],
        ['updateProduct', { pictures: [{ id: sellerPictures[0] }] }],
        ['archiveProduct', {}],
        ['updateStock', { delta: 1 }],
        ['updateStock', { variant_id, delta: 1 }],
      ] as const
      for (const [operation, rest] of tries) {
        const answer = await failure(
          shop.call(operation, { product_id: product.id, ...rest }, { principal: ana }),
        )
        expect(answer).toMatchObject(notFound)
        expect(answer).toEqual(
          await failure(shop.call(operation, { product_id: newId(), ...rest }, { principal: ana })),
        )
      }
    }
    await expect(as(ana, 'getProduct', { product_id: bos.id })).rejects.toMatchObject(notFound)
    expect([await storedProducts(), await storedVariants(), (await shop.events()).length]).toEqual(before)
  })

  test('does not take another’s variant into their own product', async () => {
    const foreign = { id: bos.variants[0]!.id, sku: 'POT', price: 1 }
    await expect(
      as(ana, 'updateProduct', { product_id: anas.id, variants: [foreign] }),
    ).rejects.toMatchObject({ code: 'CATALOG_BAD_VARIANTS' })
    await expect(
      as(ana, 'updateStock', { product_id: anas.id, variant_id: foreign.id, delta: 1 }),
    ).rejects.toMatchObject(notFound)
  })

  test('shows their own pictures, and those that the product shows already', async () => {
    const product_id = anas.id
    await as(ana, 'updateProduct', { product_id, pictures: [{ id: sellerPictures[0] }] })
    for (const id of [sellerPictures[1], pictureId, newId()]) {
      await expect(as(ana, 'updateProduct', { product_id, pictures: [{ id }] })).rejects.toMatchObject({
        code: 'CATALOG_PICTURE_UNKNOWN',
      })
      await expect(
        as(ana, 'createProduct', { name: 'X', price: 1, pictures: [{ id }] }),
      ).rejects.toMatchObject({ code: 'CATALOG_PICTURE_UNKNOWN' })
    }
    await shop.asStaff('updateProduct', {
      product_id,
      pictures: [{ id: pictureId }, { id: sellerPictures[0] }],
    })
    const kept = await as(ana, 'updateProduct', { product_id, pictures: [{ id: pictureId, alt: 'Anew' }] })
    expect(kept.pictures).toMatchObject([{ id: pictureId, alt: 'Anew' }])
  })

  test('has no say in the shop’s categories and does not see who else sells', async () => {
    for (const [operation, input] of [
      ['createCategory', { name: 'X' }],
      ['updateCategory', { category_id: newId(), name: 'X' }],
      ['deleteCategory', { category_id: newId() }],
      ['listSellers', {}],
    ] as const)
      await expect(shop.call(operation, input, { principal: ana })).rejects.toMatchObject({ status: 403 })
    expect((await as(ana, 'listCategories', {})).items).toEqual([])
  })

  test('changes the stock only with the right to', async () => {
    const principal = { ...ana, permissions: ['catalog:own'] }
    await expect(
      shop.call('updateStock', { product_id: anas.id, delta: 1 }, { principal }),
    ).rejects.toMatchObject({ status: 403 })
  })
})

describe('staff', () => {
  test('see a seller’s new name in the shop before long, and the old one of somebody locked out', async () => {
    const named = async (): Promise<unknown> => {
      const { items } = await shop.asGuest('listProducts', { q: 'pot' })
      return items[0]?.sold_by
    }
    await shop.db.run(sql`UPDATE catalog.sellers SET name = 'Ana before' WHERE id = ${ana.id}`)
    await shop.db.run(sql`INSERT INTO catalog.sellers (id, name) VALUES (${newId()}, 'Locked out')`)
    later(10)
    expect(await named()).toEqual({ name: 'Ana before' })
    const before = (await shop.events()).length
    const told = async () => (await shop.events()).slice(before)
    await shop.runSchedule('refresh-seller-names')
    const listed = { type: 'catalog.listings-changed.v1', payload: { product_ids: [anas.id] } }
    expect(await told()).toMatchObject([listed])
    const index = await shop.asModule('search', 'getIndexDocuments', { product_ids: [anas.id] })
    expect(index.documents).toMatchObject([{ seller_name: 'Ana Pots' }])
    await shop.runSchedule('refresh-seller-names')
    expect(await told()).toHaveLength(1)
    later(10)
    expect(await named()).toEqual({ name: 'Ana Pots' })
    const { count } = await shop.db.one<{ count: number }>(
      sql`SELECT count(*)::int AS count FROM catalog.sellers WHERE name = 'Locked out'`,
    )
    expect(count).toBe(1)
  })

  test('see all, by seller too', async () => {
    expect((await shop.asStaff('listManagedProducts', {})).total).toBe(3)
    expect((await shop.asStaff('listManagedProducts', { seller_id: bo.id })).items).toMatchObject([
      { id: bos.id, seller_id: bo.id },
    ])
    expect((await shop.asStaff('listSellers', {})).items).toEqual(sellers)
  })

  test('say whose a product is; nobody but a seller can own one', async () => {
    const made = await shop.asStaff('createProduct', { name: 'Given', price: 1, seller_id: bo.id })
    expect(made.seller_id).toBe(bo.id)
    const product_id = made.id
    for (const seller_id of [newId(), staff.id])
      await expect(shop.asStaff('updateProduct', { product_id, seller_id })).rejects.toMatchObject({
        code: 'CATALOG_SELLER_UNKNOWN',
        status: 400,
      })
    expect((await shop.asStaff('updateProduct', { product_id, name: 'Still' })).seller_id).toBe(bo.id)
    expect((await shop.asStaff('updateProduct', { product_id, seller_id: ana.id })).seller_id).toBe(ana.id)
    await expect(as(bo, 'updateProduct', { product_id, name: 'Gone' })).rejects.toMatchObject(notFound)
    expect((await shop.asStaff('updateProduct', { product_id, seller_id: null })).seller_id).toBeNull()
  })

  test('who import a product leave it to its seller', async () => {
    const row = { line: 1, name: 'Rug', variants: [{ sku: 'RUG', price: 80 }] }
    expect(await shop.asModule('cli', 'importProducts', { rows: [row] })).toMatchObject({ updated: 1 })
    expect((await shop.asStaff('getProduct', { product_id: bos.id })).seller_id).toBe(bo.id)
  })
})
