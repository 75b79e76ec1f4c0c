import { newId } from '@rampart/platform/crypto/ids.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refundParts, shareOf } from '../domain/refund-parts.ts'

const line = (quantity: number, paid_minor: number) => ({
  ...{ line_id: newId(), variant_id: newId(), quantity, paid_minor },
})
const nothing = { pieces: new Map<string, number>(), shipping_minor: 0 }
const pieces = (line_id: string, quantity: number) => ({ line_id, quantity, restock: false })

test('all parts of a line add up to exactly what was paid for it, however it is divided', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 }),
      (paid, steps) => {
        const quantity = steps.reduce((sum, step) => sum + step, 0)
        const one = line(quantity, paid)
        let before = 0
        let sum = 0
        for (const step of steps) {
          const share = shareOf(one, before, step)
          // No part is more than a minor unit away from its exact share.
          expect(Math.abs(share - (paid * step) / quantity)).toBeLessThan(step + 1)
          sum += share
          before += step
        }
        expect(sum).toBe(paid)
      },
    ),
  )
})

test('three pieces for 10.00: 3.34, 3.33, 3.33', () => {
  const one = line(3, 1_000)
  expect([0, 1, 2].map((before) => shareOf(one, before, 1))).toEqual([334, 333, 333])
})

test('less than the parts come to is spread over them, and adds up', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 0, max: 5_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (paid, shipping_minor, part) => {
        const lines = paid.map((minor) => line(1, minor))
        const full = paid.reduce((sum, minor) => sum + minor, shipping_minor)
        const amount_minor = Math.max(1, Math.floor(full * part))
        const wanted = {
          ...{ shipping_minor, amount_minor },
          lines: lines.map(({ line_id }) => pieces(line_id, 1)),
        }
        const parts = refundParts({ shipping_minor, lines }, nothing, wanted)
        if (typeof parts === 'string') throw new Error(parts)
        const sum = parts.lines.reduce((all, { amount_minor: minor }) => all + minor, parts.shipping_minor)
        expect(sum).toBe(amount_minor)
        expect(parts.shipping_minor).toBeLessThanOrEqual(shipping_minor)
        for (const [index, { amount_minor: minor }] of parts.lines.entries())
          expect(minor).toBeLessThanOrEqual(paid[index] ?? 0)
      },
    ),
  )
})

test('what is not there, is gone, or is too much', () => {
  const one = line(2, 1_000)
  const order = { shipping_minor: 490, lines: [one] }
  const ask = (lines: ReturnType<typeof pieces>[], shipping_minor = 0, amount_minor: number | null = null) =>
    refundParts(
      order,
      { pieces: new Map([[one.line_id, 1]]), shipping_minor: 100 },
      { lines, shipping_minor, amount_minor },
    )
  expect(ask([pieces(newId(), 1)])).toBe('unknown_line')
  expect(ask([pieces(one.line_id, 1), pieces(one.line_id, 1)])).toBe('unknown_line')
  expect(ask([pieces(one.line_id, 2)])).toBe('pieces_gone')
  expect(ask([], 391)).toBe('pieces_gone')
  expect(ask([pieces(one.line_id, 1)], 0, 501)).toBe('too_large')
  expect(ask([pieces(one.line_id, 1)], 390)).toMatchObject({ amount_minor: 890, shipping_minor: 390 })
})
