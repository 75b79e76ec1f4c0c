import { expect, test } from 'vitest'
import { ordersCsv } from '../app/orders/orders-csv.ts'
import type { OrderSummary } from '../app/api.ts'

const order = {
  ...{ number: '100001', placed_at: '2026-03-01T12:00:00.000Z', status: 'paid', fulfilment: 'none' },
  ...{ payment_status: 'captured', full_name: 'Ada "A" Marlow, Sr', email: 'ada@example.com' },
  ...{ item_count: 3, total: { amount: '42.40', currency: 'USD' } },
} as OrderSummary

test('orders are rows of a file, whatever stands in a name', () => {
  const [head, row, end] = ordersCsv([order]).split('\r\n')
  expect(head).toBe(
    'number,placed_at,status,fulfilment,payment_status,full_name,email,item_count,total,currency',
  )
  expect(row).toBe(
    '100001,2026-03-01T12:00:00.000Z,paid,none,captured,"Ada ""A"" Marlow, Sr",ada@example.com,3,42.40,USD',
  )
  expect(end).toBe('')
})

test.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1'])('%s is no formula', (full_name) => {
  expect(ordersCsv([{ ...order, full_name }])).toMatch(/,"?'[=+\-@\t]/)
})
