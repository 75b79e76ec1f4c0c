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

  it('keeps an answer of the server to the row it was about', () => {
    const sent = { ...emptyDraft(), variants: [newVariant(['S']), newVariant(['M'])] }
    const shorter = { ...sent, variants: sent.variants.slice(1) }
    expect(isSame(sent, { ...sent, name: 'New' }, 'variants.1.sku')).toBe(true)
    expect(isSame(sent, shorter, 'variants.0.sku')).toBe(false)
    expect(isSame(sent, { ...sent, name: 'New' }, 'name')).toBe(false)
  })
})
