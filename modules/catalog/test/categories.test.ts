import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '@rampart/platform/db/sql.ts'
import { openShop, pictureId, type Shop } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const nobody = '0198a000-0000-7000-8000-00000000dead'

describe('categories', () => {
  test('make a tree with the way down and counts of what lies below', async () => {
    const home = await shop.asStaff('createCategory', { name: 'Home', position: 1, picture_id: pictureId })
    const kitchen = await shop.asStaff('createCategory', { name: 'Kitchen', parent_id: home.id })
    const mugs = await shop.asStaff('createCategory', { name: 'Mugs & cups', parent_id: kitchen.id })
    await shop.asStaff('createProduct', { name: 'Mug', price: 1, category_id: mugs.id })
    await shop.asStaff('createProduct', { name: 'Pan', price: 1, category_id: kitchen.id })
    await shop.asStaff('createProduct', { name: 'Draft', price: 1, category_id: kitchen.id, status: 'draft' })
    expect(await shop.asGuest('getCategory', { category: 'kitchen' })).toMatchObject({
      id: kitchen.id,
      product_count: 2,
      breadcrumb: [{ slug: 'home' }, { slug: 'kitchen' }],
      children: [{ slug: 'mugs-cups', product_count: 1, children: [] }],
    })
    expect(await shop.asGuest('getCategory', { category: home.id.toUpperCase() })).toMatchObject({
      product_count: 2,
      picture: { id: pictureId },
    })
    const { items } = await shop.asGuest('listCategories', {})
    expect(items).toMatchObject([
      { slug: 'home', children: [{ slug: 'kitchen', children: [{ slug: 'mugs-cups' }] }] },
    ])
    await expect(shop.asGuest('getCategory', { category: 'nowhere' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('renamed and moved, they take along what is in them', async () => {
    const tops = await shop.asStaff('createCategory', { name: 'Tops' })
    const knits = await shop.asStaff('createCategory', { name: 'Knits', parent_id: tops.id })
    const sale = await shop.asStaff('createCategory', { name: 'Sale' })
    const made = await shop.asStaff('createProduct', { name: 'Jumper', price: 1, category_id: knits.id })
    const before = (await shop.events()).length
    await shop.asStaff('updateCategory', { category_id: knits.id, name: 'Knitwear', parent_id: sale.id })
    const told = (await shop.events()).slice(before)
    expect(told.filter(({ type }) => type === 'catalog.listings-changed.v1')).toMatchObject([
      { payload: { product_ids: [made.id] } },
    ])
    expect(await shop.asGuest('getProduct', { product_id: made.id })).toMatchObject({
      category: { name: 'Knitwear', slug: 'knits' },
      breadcrumb: [{ name: 'Sale' }, { name: 'Knitwear' }],
    })
    expect((await shop.asGuest('listProducts', { category: 'sale' })).total).toBe(1)
    expect((await shop.asGuest('listProducts', { category: 'tops' })).total).toBe(0)
  })

  test('cannot be placed in or below themselves, nor nowhere', async () => {
    const a = await shop.asStaff('createCategory', { name: 'A' })
    const b = await shop.asStaff('createCategory', { name: 'B', parent_id: a.id })
    for (const parent_id of [a.id, b.id, b.id.toUpperCase()]) {
      await expect(shop.asStaff('updateCategory', { category_id: a.id, parent_id })).rejects.toMatchObject({
        code: 'CATALOG_CATEGORY_CYCLE',
      })
    }
    await expect(
      shop.asStaff('updateCategory', { category_id: a.id, parent_id: nobody }),
    ).rejects.toMatchObject({ code: 'CATALOG_CATEGORY_UNKNOWN' })
    await expect(shop.asStaff('updateCategory', { category_id: nobody, name: 'X' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(shop.asStaff('createCategory', { name: 'C', slug: 'a' })).rejects.toMatchObject({
      code: 'CATALOG_SLUG_TAKEN',
      status: 409,
    })
    await expect(shop.asStaff('createCategory', { name: 'C', picture_id: nobody })).rejects.toMatchObject({
      code: 'CATALOG_PICTURE_UNKNOWN',
    })
  })

  test('two moved below each other at the same moment do not make a circle', async () => {
    for (let round = 0; round < 5; round++) {
      const left = await shop.asStaff('createCategory', { name: `Left ${round}` })
      const right = await shop.asStaff('createCategory', { name: `Right ${round}` })
      const answers = await Promise.allSettled([
        shop.asStaff('updateCategory', { category_id: left.id, parent_id: right.id }),
        shop.asStaff('updateCategory', { category_id: right.id, parent_id: left.id }),
      ])
      expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
    }
  })

  test('are removed only when nothing is in them', async () => {
    const full = await shop.asStaff('createCategory', { name: 'Full' })
    const made = await shop.asStaff('createProduct', { name: 'Thing', price: 1, category_id: full.id })
    await expect(shop.asStaff('deleteCategory', { category_id: full.id })).rejects.toMatchObject({
      code: 'CATALOG_CATEGORY_NOT_EMPTY',
      status: 409,
    })
    await shop.asStaff('archiveProduct', { product_id: made.id })
    expect(await shop.asStaff('deleteCategory', { category_id: full.id })).toBeNull()
    await expect(shop.asStaff('deleteCategory', { category_id: full.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await shop.asStaff('getProduct', { product_id: made.id })).toMatchObject({
      status: 'archived',
      category: null,
    })
  })

  test('a product that comes in while its category goes is refused or keeps it', async () => {
    for (let round = 0; round < 8; round++) {
      const going = await shop.asStaff('createCategory', { name: `Going ${round}` })
      const [created, deleted] = await Promise.allSettled([
        shop.asStaff('createProduct', { name: `Late ${round}`, price: 1, category_id: going.id }),
        shop.asStaff('deleteCategory', { category_id: going.id }),
      ])
      expect([created.status, deleted.status].filter((status) => status === 'fulfilled')).toHaveLength(1)
    }
  })
})

test('counts agree with the products after any changes at the same time', async () => {
  const categories: string[] = []
  for (let index = 0; index < 4; index++)
    categories.push((await shop.asStaff('createCategory', { name: `Shelf ${index}` })).id)
  const products: string[] = []
  for (let index = 0; index < 6; index++)
    products.push((await shop.asStaff('createProduct', { name: `Item ${index}`, price: 1 })).id)
  const at = (list: string[], index: number) => list[index % list.length] ?? ''
  const change = fc.record({
    kind: fc.constantFrom('file', 'status', 'move', 'root'),
    a: fc.nat(11),
    b: fc.nat(11),
  })
  const apply = ({ kind, a, b }: { kind: string; a: number; b: number }): Promise<unknown> => {
    if (kind === 'file')
      return shop.asStaff('updateProduct', { product_id: at(products, a), category_id: at(categories, b) })
    if (kind === 'status')
      return shop.asStaff('updateProduct', {
        product_id: at(products, a),
        status: b % 2 === 0 ? 'draft' : 'published',
      })
    const parent_id = kind === 'root' ? null : at(categories, b)
    return shop
      .asStaff('updateCategory', { category_id: at(categories, a), parent_id })
      .catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'CATALOG_CATEGORY_CYCLE' })
      })
  }
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { maxLength: 4 }),
      async (rounds) => {
        for (const round of rounds) await Promise.all(round.map(apply))
        const wrong = await shop.db.many(sql`
        WITH truth AS (
          SELECT found_in AS category_id, p.id AS product_id
          FROM catalog.products AS p LEFT JOIN catalog.categories AS c ON c.id = p.category_id
            CROSS JOIN LATERAL unnest(array_append(coalesce(c.path, '{}'), '00000000-0000-0000-0000-000000000000'::uuid)) AS found_in
          WHERE p.status = 'published'
        ), counts AS (SELECT category_id, count(*) AS n FROM truth GROUP BY category_id)
        SELECT 'listing' AS what FROM truth FULL JOIN catalog.listings AS l USING (category_id, product_id)
        WHERE l.product_id IS NULL OR truth.product_id IS NULL
        UNION ALL
        SELECT 'count' FROM counts FULL JOIN catalog.listing_counts AS k USING (category_id)
        WHERE coalesce(counts.n, 0) <> coalesce(k.published, 0)`)
        expect(wrong).toEqual([])
      },
    ),
    { numRuns: 25 },
  )
})
