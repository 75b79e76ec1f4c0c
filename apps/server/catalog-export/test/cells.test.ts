import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinCell, plainCell, safeCell, splitCell } from '../cells.ts'

const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1", '=HYPERLINK("http://evil.example")']

test('no cell is taken for a formula', () => {
  for (const formula of FORMULAS) expect(safeCell(formula)).toMatch(/^'/)
  expect(safeCell('Mug = large')).toBe('Mug = large')
})

test('what was made safe comes back as it was', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `'=${text}`),
      ),
      (text) => {
        expect(plainCell(safeCell(text))).toBe(text)
      },
    ),
  )
  for (const formula of FORMULAS) expect(plainCell(safeCell(formula))).toBe(formula)
})

test('a long cell costs no more than its length', () => {
  const began = performance.now()
  for (const end of ['x', 'May x']) expect(safeCell(`${'1'.repeat(200_000)}${end}`)).toMatch(/^1/)
  expect(performance.now() - began).toBeLessThan(500)
  expect(safeCell('1'.repeat(40))).toMatch(/^'/)
})

test('texts that share a cell come back one by one, separators in them too', () => {
  const texts = fc.array(
    fc
      .string({ minLength: 1 })
      .map((text) => text.trim())
      .filter(Boolean),
  )
  fc.assert(
    fc.property(texts, fc.constantFrom('>' as const, '|' as const), (list, separator) => {
      expect(splitCell(joinCell(list, separator), separator)).toEqual(list)
    }),
  )
})
