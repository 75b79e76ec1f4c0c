import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clerk, openReturns } from './returns-scene.ts'
import { customer } from './scene.ts'

let shop: Awaited<ReturnType<typeof openReturns>>
beforeAll(async () => {
  shop = await openReturns()
})
afterAll(() => shop.close())

const inside = { caller: 'customers' }

test('a buyer who leaves is forgotten once their return has ended, with all that was said about it', async () => {
  const buyer = customer()
  const order = await shop.delivered(buyer)
  const begun = await shop.request(buyer, order, { note: 'I am Ada of Quay Street.' })
  await shop.approve(begun.id, { note: 'Dear Ada.' })
  await shop.call('addNote', { order_id: order.id, body: 'Ada called.' }, { principal: clerk })
  const person = { account_id: buyer.id, email: 'ada@example.com', before: new Date().toISOString() }
  const { sections }: { sections: { name: string; data: unknown[] }[] } = await shop.call(
    'exportPersonalData',
    person,
    inside,
  )
  expect(sections.find(({ name }) => name === 'returns')?.data).toMatchObject([
    { number: begun.number, note: 'I am Ada of Quay Street.' },
  ])
  await shop.call('erasePersonalData', person, inside)
  expect((await shop.back(clerk, begun.id)).note).toBe('I am Ada of Quay Street.')

  await shop.closeReturn(begun.id, { note: 'Ada kept it.' })
  await shop.runSchedule('forget-buyers')
  const kept = await shop.db.many(sql`
    SELECT to_jsonb(r) FROM orders.returns r UNION ALL SELECT to_jsonb(h) FROM orders.return_history h
    UNION ALL SELECT to_jsonb(n) FROM orders.notes n`)
  expect(kept.length).toBeGreaterThan(3)
  expect(JSON.stringify(kept)).not.toContain('Ada')
})
