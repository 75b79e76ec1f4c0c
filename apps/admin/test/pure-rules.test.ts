import { describe, expect, it } from 'vitest'
import { changedFields } from '../app/audit/changed-fields.ts'
import { fieldErrorsOf } from '../app/form/field-errors.ts'
import { newKey } from '../app/form/new-key.ts'
import { relativeStep } from '../app/i18n/relative-step.ts'
import { readStockChange, stockAfter } from '../app/inventory/stock-change.ts'
import { lastDays, salesOf } from '../app/overview/sales.ts'
import { skuOf, slugOf } from '../app/products/slug.ts'
import { localPath } from '../app/session/local-path.ts'
import { setupToken } from '../app/session/setup-token.ts'
import { holds } from '../app/session/use-me.ts'
import { ClientError } from '@rampart/client/client-error.ts'

describe('after signing in', () => {
  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/sign-in?next=/',
  ])('nobody is sent to %o', (value) => {
    expect(localPath(value)).toBe('/')
  })

  it('the place that was left is found again', () => {
    expect(localPath('/orders?status=paid')).toBe('/orders?status=paid')
    expect(localPath(null)).toBe('/')
  })

  it('the token of the set-up link is read from the fragment', () => {
    expect(setupToken('#token=abc-123')).toBe('abc-123')
    expect(setupToken('')).toBeNull()
  })
})

describe('permissions', () => {
  it('are held exactly or by a star, as on the server', () => {
    expect(holds(['orders:read'], 'orders:read')).toBe(true)
    expect(holds(['orders:*'], 'orders:write')).toBe(true)
    expect(holds(['*:read'], 'audit:read')).toBe(true)
    expect(holds(['*:*'], 'audit:read')).toBe(true)
    expect(holds(['orders:read'], 'orders:write')).toBe(false)
    expect(holds([], 'orders:read')).toBe(false)
  })
})

describe('a failure', () => {
  it('is shown at its fields, by path or by code, and else as a whole', () => {
    const text = (error: unknown) => (error as ClientError).code
    const byPath = fieldErrorsOf(
      new ClientError({
        code: 'VALIDATION_FAILED',
        status: 400,
        message: '',
        errors: [{ path: 'price.amount', message: 'No.' }],
      }),
    )
    expect(byPath.at('price', text)).toBe('No.')
    const byCode = fieldErrorsOf(new ClientError({ code: 'CATALOG_SLUG_TAKEN', status: 409, message: '' }), {
      CATALOG_SLUG_TAKEN: 'slug',
    })
    expect(byCode.at('slug', text)).toBe('CATALOG_SLUG_TAKEN')
    expect(byCode.rest).toBeNull()
    // In the reader's words, wherever it stands.
    const errors = [{ path: 'variants.1.sku', message: 'Taken.' }]
    const byBoth = fieldErrorsOf(
      new ClientError({ code: 'CATALOG_SKU_TAKEN', status: 409, message: '', errors }),
      { CATALOG_SKU_TAKEN: 'variants' },
    )
    expect(byBoth.at('variants.1.sku', text)).toBe('CATALOG_SKU_TAKEN')
    expect(byBoth.at('variants.0.sku', text)).toBeUndefined()
    expect(fieldErrorsOf(new ClientError({ code: 'INTERNAL', status: 500, message: '' })).rest?.code).toBe(
      'INTERNAL',
    )
    expect(fieldErrorsOf(null).rest).toBeNull()
  })
})

describe('a change of stock', () => {
  it('is a whole number, and not nothing', () => {
    expect(readStockChange('delta', '−3')).toEqual({ delta: -3 })
    expect(readStockChange('delta', '+3')).toEqual({ delta: 3 })
    expect(readStockChange('count', '0')).toEqual({ quantity: 0 })
    for (const typed of ['', '0', '1.5', 'ten', '9999999']) expect(readStockChange('delta', typed)).toBeNull()
    expect(readStockChange('count', '-1')).toBeNull()
    expect(stockAfter(7, { delta: -3 })).toBe(4)
    expect(stockAfter(7, { quantity: 2 })).toBe(2)
  })
})

describe('sales', () => {
  const order = (
    placed_at: string,
    amount: string,
    status: 'paid' | 'cancelled' = 'paid',
    payment_status: 'captured' | 'pending' | 'refunded' = 'captured',
  ) => ({
    placed_at,
    status,
    payment_status,
    total: { amount, currency: 'USD' },
  })

  it('count what was paid and kept, on the reader’s own days', () => {
    const now = new Date(2026, 10, 21, 12)
    const at = (day: number, hour: number) => new Date(2026, 10, day, hour).toISOString()
    const sales = salesOf(
      [
        order(at(21, 0), '10.00'),
        order(at(21, 23), '5.10', 'paid', 'pending'),
        order(at(20, 9), '4.90'),
        order(at(20, 9), '99.00', 'cancelled', 'refunded'),
        order(at(1, 9), '7.00'),
        { ...order(at(20, 9), '0'), total: { amount: '1200', currency: 'JPY' } },
      ],
      lastDays(now, 2),
      'USD',
    )
    expect(sales.orders).toBe(5)
    expect(sales.value).toEqual({ amount: '14.90', currency: 'USD' })
    expect(sales.others).toEqual([{ amount: '1200', currency: 'JPY' }])
    expect(sales.days.map(({ day, orders }) => [day, orders])).toEqual([
      ['2026-11-20', 3],
      ['2026-11-21', 2],
    ])
  })
})

describe('small rules', () => {
  it('an address part is plain letters, digits and hyphens', () => {
    expect(slugOf('Größe & Co. – Été!')).toBe('groesse-co-ete')
    expect(skuOf('Harbour crew tee', ['S', 'Pack of 3'])).toBe('HARBOUR-CREW-TEE-S-PACK-OF-3')
    expect(skuOf('x'.repeat(300), []).length).toBeLessThanOrEqual(80)
  })

  it('an idempotency key is a UUID and never the same twice', () => {
    const keys = Array.from({ length: 100 }, newKey)
    expect(new Set(keys).size).toBe(100)
    for (const key of keys)
      expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('an audit entry shows only what differs', () => {
    expect(changedFields({ a: 1, b: 'x', c: null }, { a: 1, b: 'y', d: [1] })).toEqual([
      { name: 'b', before: 'x', after: 'y' },
      { name: 'd', before: null, after: '1' },
    ])
    expect(
      changedFields(
        {
          address: { city: 'Leeds', zip: 'LS1' },
          total: { amount: '5.00', currency: 'USD' },
          lines: [{ n: 1 }],
        },
        {
          address: { city: 'York', zip: 'LS1' },
          total: { amount: '6.00', currency: 'USD' },
          lines: [{ n: 2 }, {}],
        },
      ),
    ).toEqual([
      { name: 'address.city', before: 'Leeds', after: 'York' },
      { name: 'total', before: '5.00 USD', after: '6.00 USD' },
      { name: 'lines 1.n', before: '1', after: '2' },
    ])
    expect(changedFields(null, null)).toEqual([])
  })

  it('a distance in time is said in one unit, and after a week as a date', () => {
    expect(relativeStep(-59_000)).toEqual({ value: -59, unit: 'second' })
    expect(relativeStep(-90 * 60_000)).toEqual({ value: -1, unit: 'hour' })
    expect(relativeStep(-8 * 86_400_000)).toBeNull()
  })
})
