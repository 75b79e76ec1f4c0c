import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSearch, product, type SearchScene } from './scene.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 60 })

let shop: SearchScene
beforeAll(async () => {
  shop = await openSearch([product({ name: "O'Brien; DROP TABLE", brand: "x' OR '1'='1" })])
})
afterAll(() => shop.close())

test.each([
  [{ filter: 'colour' }, 'SEARCH_BAD_FILTER'],
  [{ filter: ':red' }, 'SEARCH_BAD_FILTER'],
  [{ filter: 'colour:' }, 'SEARCH_BAD_FILTER'],
  [{ filter: 'weight:..' }, 'SEARCH_BAD_FILTER'],
  [{ filter: "colour' OR 1=1 --:x" }, 'SEARCH_BAD_FILTER'],
  [{ price_min: '1.001' }, 'SEARCH_BAD_FILTER'],
  [{ price_min: { amount: '1', currency: 'EUR' } }, 'SEARCH_BAD_FILTER'],
  [{ sort: 'price; DROP TABLE search.documents' }, 'VALIDATION_FAILED'],
  [{ sort: '__proto__' }, 'VALIDATION_FAILED'],
  [{ sort: ['price', 'name'] }, 'VALIDATION_FAILED'],
  [{ page: '0' }, 'VALIDATION_FAILED'],
  [{ page_size: '101' }, 'VALIDATION_FAILED'],
  [{ q: 'x'.repeat(201) }, 'VALIDATION_FAILED'],
  [{ in_stock: 'maybe' }, 'VALIDATION_FAILED'],
  [{ rating_min: '6' }, 'VALIDATION_FAILED'],
  [{ rating_min: 'good' }, 'VALIDATION_FAILED'],
  [{ limit: '5' }, 'VALIDATION_FAILED'],
  [{ category: 'a\u0000' }, 'VALIDATION_FAILED'],
  [{ filter: 'a:\u0000' }, 'VALIDATION_FAILED'],
])('refuses %j', async (input, code) => {
  await expect(shop.call('searchProducts', input)).rejects.toMatchObject({ code, status: 400 })
})

test('takes any text for a value and never for a statement', async () => {
  const nasty = ["' OR 1=1 --", "x'; DROP TABLE search.documents; --", '\\', '%', '$1', '((', ':*', '!', '&|', 'or', '-', '"'] // prettier-ignore
  for (const text of nasty) {
    for (const input of [{ q: text }, { brand: text }, { category: text }, { filter: `colour:${text}` }]) {
      const { items } = await shop.asGuest('searchProducts', input)
      expect(items.length).toBeLessThanOrEqual(1)
    }
    await shop.asGuest('suggest', { q: text })
  }
  expect((await shop.asGuest('searchProducts', { brand: "x' OR '1'='1" })).total).toBe(1)
  expect((await shop.asGuest('searchProducts', { q: "o'brien drop" })).total).toBe(1)
  expect((await shop.asGuest('searchProducts', {})).total).toBe(1)
})

test('answers any search text, filter and category', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyText,
      anyText,
      fc.constantFrom('q', 'category', 'brand', 'filter', 'suggest'),
      async (text, value, field) => {
        const answer =
          field === 'suggest'
            ? shop.call('suggest', { q: text })
            : shop.call('searchProducts', { [field]: field === 'filter' ? `colour:${text}` : text, q: value })
        const outcome: unknown = await answer.catch((error: unknown) => error)
        if (outcome instanceof Error) expect((outcome as Error & { status: number }).status).toBeLessThan(500)
        else expect(outcome).toHaveProperty(field === 'suggest' ? 'queries' : 'items')
      },
    ),
    { numRuns: 150 },
  )
})
