import { describe, expect, it } from 'vitest'
import { emptyDraft, newVariant } from '../app/products/draft.ts'
import { isSame, readDraft } from '../app/products/product-input.ts'

describe('a product draft', () => {
  it('becomes what the API takes, with plain decimals and typed attributes', () => {
    const { input, problems } = readDraft(
      {
        ...emptyDraft(),
        name: '  Tee ',
        options: [
          { key: 'o', name: 'Size', values: ['S'] },
          { key: 'p', name: '', values: [] },
        ],
        variants: [{ ...newVariant(['S']), sku: 'T-S', price: '1.299,50', initial_quantity: '7' }],
        attributes: [
          { key: 'a', name: 'Weight', type: 'number', value: '−1,5' },
          { key: 'b', name: 'Lined', type: 'flag', value: 'true' },
        ],
      },
      'de',
      2,
    )
    expect(problems).toEqual([])
    expect(input).toMatchObject({
      name: 'Tee',
      options: [{ name: 'Size', values: ['S'] }],
      variants: [
        { sku: 'T-S', options: { Size: 'S' }, price: '1299.50', compare_at_price: null, initial_quantity: 7 },
      ],
      attributes: [
        { name: 'Weight', value: -1.5 },
        { name: 'Lined', value: true },
      ],
    })
  })

  it('says where it is not right, by the paths of the API', () => {
    const draft = emptyDraft()
    const variants = [
      newVariant([]),
      { ...newVariant([]), sku: 'A', price: 'x', compare_at_price: 'y', initial_quantity: '-1' },
    ]
    const { problems } = readDraft({ ...draft, variants }, 'en', 2)
    expect(problems.map(({ path }) => path)).toEqual([
      'name',
      'variants.0.sku',
      'variants.0.price',
      'variants.1.price',
      'variants.1.compare_at_price',
      'variants.1.initial_quantity',
    ])
  })

  it('finds an SKU that stands twice, where it stands again', () => {
    const skus = ['A', 'B', ' A ', '', '']
    const variants = skus.map((sku) => ({ ...newVariant([]), sku, price: '1' }))
    const { problems } = readDraft({ ...emptyDraft(), name: 'Tee', variants }, 'en', 2)
    expect(problems.filter(({ kind }) => kind === 'doubled')).toEqual([
      { path: 'variants.2.sku', kind: 'doubled' },
    ])
  })

  it('keeps an answer of the server to the row it was about', () => {
    const sent = { ...emptyDraft(), variants: [newVariant(['S']), newVariant(['M'])] }
    const shorter = { ...sent, variants: sent.variants.slice(1) }
    expect(isSame(sent, { ...sent, name: 'New' }, 'variants.1.sku')).toBe(true)
    expect(isSame(sent, shorter, 'variants.0.sku')).toBe(false)
    expect(isSame(sent, { ...sent, name: 'New' }, 'name')).toBe(false)
  })

  it('has a price in each further currency, in the digits of that one, or is not for sale in it', () => {
    const prices = (typed: Record<string, { price: string; compare_at_price: string }>) =>
      readDraft(
        {
          ...emptyDraft(),
          name: 'Tee',
          variants: [{ ...newVariant([]), sku: 'T', price: '1', prices: typed }],
        },
        'de',
        2,
        ['JPY', 'KWD', 'EUR'],
      )
    const { input, problems } = prices({
      JPY: { price: '1500', compare_at_price: '' },
      KWD: { price: '3,075', compare_at_price: '4' },
    })
    expect(problems).toEqual([])
    expect(input.variants?.[0]?.prices).toEqual([
      { price: { amount: '1500', currency: 'JPY' }, compare_at_price: null },
      { price: { amount: '3.075', currency: 'KWD' }, compare_at_price: { amount: '4', currency: 'KWD' } },
    ])
    const wrong = prices({
      JPY: { price: '9,5', compare_at_price: '' },
      EUR: { price: '', compare_at_price: '7' },
    })
    expect(wrong.problems.map(({ path }) => path)).toEqual([
      'variants.0.prices.JPY.price',
      'variants.0.prices.EUR.price',
    ])
  })

  it('says nothing of other currencies in a shop that has none', () => {
    const draft = { ...emptyDraft(), name: 'Tee', variants: [{ ...newVariant([]), sku: 'T', price: '1' }] }
    expect(readDraft(draft, 'de', 2).input.variants?.[0]).not.toHaveProperty('prices')
  })
})
