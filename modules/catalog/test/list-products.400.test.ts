import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '@rampart/platform/db/sql.ts'
import { openShop, type Shop } from './shop.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 60 })

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
  await shop.asStaff('createProduct', { name: "O'Brien; DROP TABLE", price: 1, brand: "x' OR '1'='1" })
})
afterAll(() => shop.close())

describe('listProducts', () => {
  test.each([
    [{ filter: 'colour' }, 'CATALOG_BAD_FILTER'],
    [{ filter: ':red' }, 'CATALOG_BAD_FILTER'],
    [{ filter: 'colour:' }, 'CATALOG_BAD_FILTER'],
    [{ filter: 'weight:..' }, 'CATALOG_BAD_FILTER'],
    [{ filter: "colour' OR 1=1 --:x" }, 'CATALOG_BAD_FILTER'],
    [{ price_min: '1.001' }, 'CATALOG_BAD_FILTER'],
    [{ price_min: { amount: '1', currency: 'EUR' } }, 'CATALOG_BAD_FILTER'],
    [{ sort: 'price; DROP TABLE catalog.products' }, 'VALIDATION_FAILED'],
    [{ sort: 'id' }, 'VALIDATION_FAILED'],
    [{ sort: '__proto__' }, 'VALIDATION_FAILED'],
    [{ sort: 'constructor' }, 'VALIDATION_FAILED'],
    [{ sort: ['price', 'name'] }, 'VALIDATION_FAILED'],
    [{ page: '0' }, 'VALIDATION_FAILED'],
    [{ page_size: '101' }, 'VALIDATION_FAILED'],
    [{ page: '1e9' }, 'VALIDATION_FAILED'],
    [{ q: 'x'.repeat(201) }, 'VALIDATION_FAILED'],
    [{ in_stock: 'maybe' }, 'VALIDATION_FAILED'],
    [{ limit: '5' }, 'VALIDATION_FAILED'],
    [{ category: 'a\u0000' }, 'VALIDATION_FAILED'],
    [{ brand: ['a\u0000'] }, 'VALIDATION_FAILED'],
    [{ filter: 'a:\u0000' }, 'VALIDATION_FAILED'],
  ])('refuses %j', async (input, code) => {
    await expect(shop.call('listProducts', input)).rejects.toMatchObject({ code, status: 400 })
  })

  test('takes any text for a value and never for a statement', async () => {
    const nasty = [
      "' OR 1=1 --",
      "x'; DROP TABLE catalog.products; --",
      '\\',
      '%',
      '$1',
      '((',
      ':*',
      '!',
      '&|',
      "''",
      '\u2028x',
      'or',
      'or or',
      '-',
      '"',
    ]
    for (const text of nasty) {
      for (const input of [{ q: text }, { brand: text }, { category: text }, { filter: `colour:${text}` }]) {
        const { items } = await shop.asGuest('listProducts', input)
        expect(items.length).toBeLessThanOrEqual(1)
      }
    }
    expect((await shop.asGuest('listProducts', { brand: "x' OR '1'='1" })).total).toBe(1)
    expect((await shop.asGuest('listProducts', { q: "o'brien drop" })).total).toBe(1)
    expect(await shop.db.many(sql`SELECT id FROM catalog.products`)).toHaveLength(1)
  })

  test('answers any search text, filter and category', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyText,
        anyText,
        fc.constantFrom('q', 'category', 'brand', 'filter', 'slug'),
        async (text, value, field) => {
          const answer =
            field === 'slug'
              ? shop.call('getProductBySlug', { slug: text })
              : shop.call('listProducts', {
                  [field]: field === 'filter' ? `colour:${text}` : text,
                  q: value,
                })
          const outcome: unknown = await answer.catch((error: unknown) => error)
          if (outcome instanceof Error)
            expect((outcome as Error & { status: number }).status).toBeLessThan(500)
          else expect(outcome).toMatchObject({ page: 1 })
        },
      ),
      { numRuns: 150 },
    )
  })
})
