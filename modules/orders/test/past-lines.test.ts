import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, openOrders } from './scene.ts'

type Shop = Awaited<ReturnType<typeof openOrders>>
type PastBaskets = { orders: { id: string; buyer: string | null; skus: string[] }[]; next: string | null }

let shop: Shop
beforeAll(async () => {
  shop = await openOrders()
})
afterAll(() => shop.close())

const line = (number: number, invoice: string, more: object = {}) => ({
  ...{ line: number, invoice, sku: `S${number}`, name: 'Tea', quantity: 2, price_milli: 2_550 },
  ...{ customer: '17850', country: 'United Kingdom', bought_at: '2010-12-01T08:26:00.000Z', flaws: [] },
  ...more,
})
const bring = (lines: object[], source = 'old shop'): Promise<{ added: number }> =>
  shop.call('importPastLines', { source, currency: 'GBP', lines }, { caller: 'cli' })
const baskets = (after: string | null, limit: number): Promise<PastBaskets> =>
  shop.call('listPastBaskets', { after, limit }, { caller: 'recommendations' })

test('lines are brought along once, with one entry and one event for what was new', async () => {
  const lines = [
    line(1, '536365'),
    line(2, '536365'),
    line(3, '536366', { customer: null, flaws: ['no_customer'] }),
  ]
  expect(await bring(lines)).toEqual({ added: 3 })
  expect(await bring(lines)).toEqual({ added: 0 })
  expect(await bring([...lines, line(4, 'C536367', { quantity: -2, flaws: ['cancellation'] })])).toEqual({
    added: 1,
  })
  const told = (await shop.events()).filter(({ type }) => type === 'orders.past-lines-imported.v1')
  expect(told).toHaveLength(2)
})

test('they are nobody’s orders: no list, no figure and no stock knows of them', async () => {
  expect(await shop.call('listOrders', {}, { principal: customer() })).toMatchObject({ total: 0 })
  expect(await shop.db.many(sql`SELECT id FROM orders.orders`)).toEqual([])
})

test('what was sold comes page by page; cancellations and the like do not', async () => {
  const first = await baskets(null, 1)
  expect(first.orders).toMatchObject([{ skus: ['S1', 'S2'], buyer: '["old shop","17850"]' }])
  const second = await baskets(first.next, 1)
  expect(second.orders).toMatchObject([{ skus: ['S3'], buyer: null }])
  expect(await baskets(second.next, 1)).toEqual({ orders: [], next: null })
})

test('only the command line brings lines along', async () => {
  const call = shop.call(
    'importPastLines',
    { source: 'x', currency: 'GBP', lines: [] },
    { caller: 'checkout' },
  )
  await expect(call).rejects.toMatchObject({ code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/) as string })
})
