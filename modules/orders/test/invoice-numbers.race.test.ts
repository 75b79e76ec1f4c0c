import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPapers } from './paper-scene.ts'
import { staff } from './scene.ts'

let shop: Awaited<ReturnType<typeof openPapers>>
beforeAll(async () => {
  shop = await openPapers()
  await shop.sellBy()
})
afterAll(() => shop.close())

const MANY = 24

async function numbers(kind: string): Promise<number[]> {
  const rows = await shop.db.many<{ sequence: number }>(
    sql`SELECT sequence FROM orders.documents WHERE kind = ${kind} ORDER BY sequence`,
  )
  return rows.map(({ sequence }) => sequence)
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

test('numbers have no gap and none is given twice, however many invoices are issued at once', async () => {
  const orders = await Promise.all(Array.from({ length: MANY }, () => shop.paid()))
  // A third of them is asked for by several, who are refused after a number was at hand.
  const asked = await Promise.allSettled(
    orders.flatMap(({ id }, index) => [
      shop.tellPaid(id),
      ...(index % 3 === 0
        ? [1, 2].map(() => shop.call('issueInvoice', { order_id: id }, { principal: staff() }))
        : []),
    ]),
  )
  expect(asked.some(({ status }) => status === 'rejected')).toBe(true)
  expect(await numbers('invoice')).toEqual(upTo(MANY))
})

test('a transaction that is undone gives its number back', async () => {
  const before = await numbers('invoice')
  await shop.db.run(
    sql`ALTER TABLE orders.documents ADD CONSTRAINT none_now CHECK (total_minor < 0) NOT VALID`,
  )
  const { id } = await shop.paid()
  await expect(shop.tellPaid(id)).rejects.toThrow()
  await shop.db.run(sql`ALTER TABLE orders.documents DROP CONSTRAINT none_now`)
  expect(await numbers('invoice')).toEqual(before)
  await shop.tellPaid(id)
  expect(await numbers('invoice')).toEqual(upTo(before.length + 1))
})

test('refunds at once are credited once each', async () => {
  const { id } = await shop.paid()
  await shop.tellPaid(id)
  await Promise.all(upTo(12).map((part) => shop.tellRefunded(id, 100, part * 100)))
  const notes = await shop.db.one<{ total: number }>(
    sql`SELECT sum(total_minor)::int AS total FROM orders.documents WHERE order_id = ${id} AND kind = 'credit_note'`,
  )
  expect(notes.total).toBe(1_200)
  const given = await numbers('credit_note')
  expect(given).toEqual(upTo(given.length))
})
