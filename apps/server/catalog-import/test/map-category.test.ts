import { expect, test } from 'vitest'
import { FileMapping } from '@rampart/contracts/catalog/file-mapping.ts'
import { categoryReader } from '../map-category.ts'

test('rules look at the beginning of a cell, however long it is', () => {
  const mapping = FileMapping.parse({
    ...{ name: 'name', sku: 'sku', price: { column: 'price', unit: 'decimal' } },
    category: { rules: [{ column: 'text', any: ['lamp'], path: ['Lamps'] }], fallback: ['More'] },
  })
  const categoryOf = categoryReader(mapping)
  expect(categoryOf({ text: `A lamp ${'x '.repeat(400_000)}` })).toEqual(['Lamps'])
  expect(categoryOf({ text: `${'x '.repeat(400_000)} lamp` })).toEqual(['More'])
})
