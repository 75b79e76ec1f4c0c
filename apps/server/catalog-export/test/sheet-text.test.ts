import { expect, test } from 'vitest'
import type { ExportRow } from '../sheet.ts'
import { textOfFirst } from '../sheet-text.ts'

const rows = ['a', 'b', 'c', 'd'].map((slug) => ({ slug }) as ExportRow)
const write = ({ slug }: ExportRow): string => slug.repeat(100)

test('products are written until there is enough, and one at least', () => {
  expect(textOfFirst(rows, write, 150)).toEqual({ text: 'a'.repeat(100) + 'b'.repeat(100), products: 2 })
  expect(textOfFirst(rows, write, 1)).toMatchObject({ products: 1 })
  expect(textOfFirst(rows, write, 10_000)).toMatchObject({ products: 4 })
})
