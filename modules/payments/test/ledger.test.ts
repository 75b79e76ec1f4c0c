import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  captureLines,
  feeLines,
  type LedgerLine,
  refundLines,
  refundReversalLines,
} from '../domain/ledger.ts'

const amount = fc.integer({ min: 1, max: 1_000_000_000_000 })
const debit = (lines: readonly LedgerLine[]) => lines.reduce((sum, line) => sum + line.debit_minor, 0)
const credit = (lines: readonly LedgerLine[]) => lines.reduce((sum, line) => sum + line.credit_minor, 0)

test.each([
  ['a capture', captureLines],
  ['a refund', refundLines],
  ['a refused refund', refundReversalLines],
  ['a fee', feeLines],
])('%s balances, and each line has one side', (_what, linesOf) => {
  fc.assert(
    fc.property(amount, (minor) => {
      const lines = linesOf(minor)
      expect([debit(lines), credit(lines)]).toEqual([minor, minor])
      for (const line of lines) expect((line.debit_minor === 0) !== (line.credit_minor === 0)).toBe(true)
    }),
  )
})

test('a refused refund leaves every account where it was', () => {
  fc.assert(
    fc.property(amount, (minor) => {
      const all = [...refundLines(minor), ...refundReversalLines(minor)]
      for (const account of new Set(all.map((line) => line.account))) {
        const own = all.filter((line) => line.account === account)
        expect(debit(own) - credit(own)).toBe(0)
      }
    }),
  )
})

test('after capture and full refund the provider owes nothing', () => {
  fc.assert(
    fc.property(amount, (minor) => {
      const clearing = [...captureLines(minor), ...refundLines(minor)].filter(
        (line) => line.account === 'provider_clearing',
      )
      expect(debit(clearing)).toBe(credit(clearing))
    }),
  )
})
