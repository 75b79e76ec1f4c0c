import { describe, expect, it } from 'vitest'
import { newVariant, type DraftOption, type DraftVariant } from '../app/products/draft.ts'
import {
  addValue,
  combinations,
  MAX_VARIANTS,
  missingChoices,
  removeOption,
  removeValue,
  withChoices,
} from '../app/products/variant-matrix.ts'

const option = (key: string, ...values: string[]): DraftOption => ({ key, name: key, values })
const sold = (id: string, ...choice: string[]): DraftVariant => ({
  ...newVariant(choice),
  id,
  key: id,
  sku: id,
  price: '24.00',
})
const choices = (variants: DraftVariant[]) => variants.map(({ choice }) => choice.join('/'))

describe('the variants of a product', () => {
  it('are every combination of the values', () => {
    expect(
      combinations([
        ['S', 'M'],
        ['Red', 'Blue'],
      ]),
    ).toEqual([
      ['S', 'Red'],
      ['S', 'Blue'],
      ['M', 'Red'],
      ['M', 'Blue'],
    ])
    expect(combinations([])).toEqual([[]])
  })

  it('keep what is sold when the first option is given its values', () => {
    const start = { options: [option('size')], variants: [sold('a')] }
    const one = addValue(start, 'size', 'S')
    expect(one.variants).toEqual([{ ...sold('a'), choice: ['S'] }])
    const two = addValue(one, 'size', 'M')
    expect(choices(two.variants)).toEqual(['S', 'M'])
    expect(two.variants[0]?.id).toBe('a')
    expect(two.variants[1]).toMatchObject({ id: null, sku: '', price: '24.00' })
  })

  it('grow by the combinations of a new value only: what was taken out stays out', () => {
    const start = {
      options: [option('size', 'S', 'M'), option('colour', 'Red', 'Blue')],
      variants: [sold('a', 'S', 'Red'), sold('b', 'M', 'Blue')],
    }
    const grown = addValue(start, 'colour', 'Green')
    expect(choices(grown.variants)).toEqual(['S/Red', 'S/Green', 'M/Blue', 'M/Green'])
    expect(missingChoices(grown)).toEqual([
      ['S', 'Blue'],
      ['M', 'Red'],
    ])
    expect(missingChoices(withChoices(grown, () => true))).toEqual([])
  })

  it('lose exactly those with a value that is removed', () => {
    const start = {
      options: [option('size', 'S', 'M'), option('colour', 'Red', 'Blue')],
      variants: [sold('a', 'S', 'Red'), sold('b', 'S', 'Blue'), sold('c', 'M', 'Red')],
    }
    expect(choices(removeValue(start, 'colour', 'Blue').variants)).toEqual(['S/Red', 'M/Red'])
  })

  it('never become two alike when an option is removed; the first stays', () => {
    const start = {
      options: [option('size', 'S', 'M'), option('colour', 'Red', 'Blue')],
      variants: [sold('a', 'S', 'Red'), sold('b', 'S', 'Blue'), sold('c', 'M', 'Red')],
    }
    const left = removeOption(start, 'colour')
    expect(left.variants.map(({ id, choice }) => [id, ...choice])).toEqual([
      ['a', 'S'],
      ['c', 'M'],
    ])
    const none = removeOption(left, 'size')
    expect(none.variants.map(({ id, choice }) => [id, ...choice])).toEqual([['a']])
  })

  it('are not confused by an option that has no values yet', () => {
    const start = { options: [option('new'), option('colour', 'Red')], variants: [sold('a', 'Red')] }
    expect(choices(addValue(start, 'colour', 'Blue').variants)).toEqual(['Red', 'Blue'])
    expect(choices(addValue(start, 'new', 'S').variants)).toEqual(['S/Red'])
    expect(choices(removeOption(start, 'new').variants)).toEqual(['Red'])
  })

  it('are at most 250', () => {
    const many = Array.from({ length: 30 }, (_, index) => String(index))
    const full = withChoices(
      { options: [option('a', ...many), option('b', ...many)], variants: [sold('x', '0', '0')] },
      () => true,
    )
    expect(full.variants).toHaveLength(MAX_VARIANTS)
  })
})
