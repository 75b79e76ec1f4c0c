import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  creditOf,
  documentNumber,
  isIban,
  type TaxLine,
  taxesLeft,
  taxesOfCredit,
} from '../domain/document.ts'

const taxLine = fc.record({
  rate_percent: fc.constantFrom('0', '5.5', '7', '19'),
  net_minor: fc.nat(1_000_000),
  tax_minor: fc.nat(200_000),
})
const sum = (taxes: readonly TaxLine[]) =>
  taxes.reduce((total, { net_minor, tax_minor }) => total + net_minor + tax_minor, 0)

test('the taxes of credits add up to those of the invoice, none is below zero, and each comes to its credit', () => {
  fc.assert(
    fc.property(
      fc.array(taxLine, { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(100_000)),
      (taxes, wishes) => {
        const notes: TaxLine[][] = []
        for (const wish of [...wishes, Number.MAX_SAFE_INTEGER]) {
          const left = taxesLeft(taxes, notes)
          const amount = Math.min(wish, sum(left))
          const note = taxesOfCredit(left, amount)
          expect(sum(note)).toBe(amount)
          for (const [index, { net_minor, tax_minor }] of note.entries()) {
            expect(net_minor >= 0 && net_minor <= left[index]!.net_minor).toBe(true)
            expect(tax_minor >= 0 && tax_minor <= left[index]!.tax_minor).toBe(true)
          }
          notes.push(note)
        }
        expect(
          taxesLeft(taxes, notes).every(({ net_minor, tax_minor }) => net_minor === 0 && tax_minor === 0),
        ).toBe(true)
      },
    ),
  )
})

test('credits never come to more than was invoiced', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.array(fc.option(fc.nat(20_000))), (invoiced, wishes) => {
      const credited = wishes.reduce<number>((total, upTo) => total + creditOf(invoiced, total, upTo), 0)
      expect(credited <= invoiced).toBe(true)
    }),
  )
})

test('a number says kind, year and place', () => {
  expect(documentNumber('invoice', 2026, 42)).toBe('INV-2026-000042')
  expect(documentNumber('credit_note', 2027, 1_234_567)).toBe('CN-2027-1234567')
})

test('an IBAN is known by its check digits', () => {
  for (const iban of ['DE89 3704 0044 0532 0130 00', 'gb82west12345698765432', 'GR1601101250000000012300695'])
    expect(isIban(iban)).toBe(true)
  for (const iban of ['', 'DE89370400440532013001', 'DE8937040044053201300', 'XX', 'DE89-3704'])
    expect(isIban(iban)).toBe(false)
})
