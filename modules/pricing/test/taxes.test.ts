import { expect, test } from 'vitest'
import { rateFor } from '../domain/tax/rate-for.ts'
import { TERRITORIES } from '../domain/tax/territories.ts'
import { EUROPEAN_UNION } from '../domain/tax/european-union.ts'
import { exclusive, line, off, percent, price, promotion, published, tax } from './shop.ts'

const today = '2026-11-02'
const rate = (
  country: string,
  taxClass = 'standard',
  postal_code: string | null = null,
  day = today,
  rules = tax,
) => rateFor(rules, { country, postal_code }, taxClass, day)

test('the rate is that of the destination, on that day', () => {
  expect(rateFor(tax, null, 'standard', today)).toBe(1_900)
  expect(['FR', 'FI', 'HU', 'DK'].map((country) => rate(country))).toEqual([2_000, 2_550, 2_700, 2_500])
  expect(['2025-06-30', '2025-07-01'].map((day) => rate('EE', 'standard', null, day))).toEqual([2_200, 2_400])
  expect(rate('DE', 'books', null, '2020-07-01')).toBe(500)
})

test('every member state has a rate for every class', () => {
  for (const country of EUROPEAN_UNION) {
    const rates = ['standard', 'books', 'bread'].map((taxClass) => rate(country, taxClass))
    expect(rates[0], country).toBeGreaterThanOrEqual(1_700)
    expect(Math.max(...rates), country).toBe(rates[0])
    expect(rates.every(Number.isInteger), country).toBe(true)
  }
})

test('a class is another level in some countries; of two reduced rates the higher, without any the standard', () => {
  expect(['DE', 'FR', 'IE', 'LU'].map((country) => rate(country, 'books'))).toEqual([700, 550, 0, 800])
  expect(['AT', 'DK', 'LU', 'DE'].map((country) => rate(country, 'bread'))).toEqual([1_300, 2_500, 300, 700])
  expect(rate('FR', 'outside')).toBe(0)
})

test('territories have their own rate, and those outside none', () => {
  expect(rate('ES', 'standard', '35 001')).toBe(0)
  expect(rate('ES', 'books', '35001')).toBe(0)
  expect(rate('ES', 'standard', '28001')).toBe(2_100)
  expect(rate('PT', 'standard', '9000-123')).toBe(2_200)
  expect([
    rate('FR', 'standard', '97133'),
    rate('FR', 'bread', '97133'),
    rate('FR', 'books', '97133'),
  ]).toEqual([850, 850, 550])
})

test('each published territory is known by the postcodes that are published', () => {
  const written = Object.entries(published.items).flatMap(([country, [newest]]) =>
    (newest?.exceptions ?? []).map((one) => `${country} ${one.name} ^(?:${one.postcode})$`),
  )
  const known = TERRITORIES.map((one) => `${one.country} ${one.name} ${one.postcode.source}`)
  expect(new Set(known)).toEqual(new Set(written))
})

test('no tax is owed elsewhere; below the threshold it is that of home', () => {
  expect([rate('CH'), rate('GB')]).toEqual([0, 0])
  expect(rate('GB', 'standard', null, today, { ...tax, countries: new Set(['GB']) })).toBe(2_000)
  const home = { ...tax, rates_of: 'home' as const }
  expect(rate('HU', 'standard', null, today, home)).toBe(1_900)
  expect([rate('CH', 'standard', null, today, home), rate('ES', 'books', '35001', today, home)]).toEqual([
    0, 0,
  ])
  expect(() => rate('FR', 'nonsense')).toThrow('tax class')
  const everywhere = { ...tax, countries: new Set(['US']) }
  expect(() => rate('US', 'standard', null, today, everywhere)).toThrow('no tax rates for US')
})

test('tax is in an inclusive price and on an exclusive one, rounded half up on each line', () => {
  const lines = [
    line('a', { unit_price_minor: 999 }),
    line('b', { unit_price_minor: 250, tax_class: 'books' }),
  ]
  const inside = price(lines, [])
  expect(inside.lines.map(({ net_minor, tax_minor }) => [net_minor, tax_minor])).toEqual([
    [839, 160],
    [234, 16],
  ])
  expect(inside.totals).toMatchObject({ net_minor: 1_073, tax_minor: 176, total_minor: 1_249 })
  const upon = price(lines, [], {}, exclusive)
  expect(upon.lines.map(({ tax_minor }) => tax_minor)).toEqual([190, 18])
  expect(upon.totals).toMatchObject({ net_minor: 1_249, tax_minor: 208, total_minor: 1_457 })
  expect(upon.taxes).toEqual([
    { rate_bp: 1_900, net_minor: 999, tax_minor: 190 },
    { rate_bp: 700, net_minor: 250, tax_minor: 18 },
  ])
})

test('an inclusive price is the same wherever it goes', () => {
  const to = (country: string) =>
    price([line('a')], [], { destination: { country, postal_code: null } }).totals
  expect(['HU', 'LU', 'CH'].map((country) => to(country).total_minor)).toEqual([1_000, 1_000, 1_000])
  expect(['HU', 'LU', 'CH'].map((country) => to(country).tax_minor)).toEqual([213, 145, 0])
})

test('tax is on what is left after discounts', () => {
  const { totals } = price([line('a')], [promotion(off(405))])
  expect(totals).toMatchObject({ discount_minor: 405, net_minor: 500, tax_minor: 95, total_minor: 595 })
})

test('shipping is taxed by its class, or as the goods before their discounts', () => {
  const lines = [line('a', { unit_price_minor: 3_000 }), line('b', { tax_class: 'books' })]
  const shipping = (tax_class: string | null) => ({ shipping: { price_minor: 490, tax_class } })
  expect(price(lines, [], shipping('standard')).shipping.tax_minor).toBe(78)
  const asGoods = price(lines, [promotion(percent(100), { segments: ['nobody'] })], shipping(null))
  // 367.5 at 19 % and 122.5 at 7 %: 368 and 122.
  expect(asGoods.shipping).toMatchObject({ list_minor: 490, tax_minor: 59 + 8, total_minor: 490 })
})

test('shipping that is taxed as the goods is free at every rate, and one discount', () => {
  const lines = [line('a', { unit_price_minor: 3_000 }), line('b', { tax_class: 'books' })]
  const shipping = { shipping: { price_minor: 490, tax_class: null } }
  const free = (at_most: { EUR: number } | null) =>
    price(lines, [promotion({ kind: 'free_shipping', at_most })], shipping).shipping
  expect(free(null)).toMatchObject({ discount_minor: 490, net_minor: 0, tax_minor: 0, total_minor: 0 })
  expect(free({ EUR: 100 }).discounts.map((one) => one.amount_minor)).toEqual([100])
  expect(free({ EUR: 100 }).total_minor).toBe(390)
})

test('nothing but whole amounts and quantities is priced', () => {
  expect(() => price([line('a', { unit_price_minor: 9.5 })], [])).toThrow('whole minor units')
  expect(() => price([line('a', { quantity: 0 })], [])).toThrow('at least one piece')
  expect(() => price([line('a', { unit_price_minor: 2 ** 52, quantity: 3 })], [])).toThrow('counted exactly')
  expect(() => price([], [], { shipping: { price_minor: -1, tax_class: null } })).toThrow('Shipping')
})
