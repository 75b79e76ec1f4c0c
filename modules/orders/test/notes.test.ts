import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, notFound, openOrders, staff } from './scene.ts'

type Note = { body: string; author_id: string; author_role: string }

let shop: Awaited<ReturnType<typeof openOrders>>
beforeAll(async () => {
  shop = await openOrders()
})
afterAll(() => shop.close())

const clerk = staff()
const add = (order_id: string, body: string, who: Parameters<typeof shop.get>[0] = clerk): Promise<Note> =>
  shop.call('addNote', { order_id, body }, { principal: who })
const notes = (order_id: string, who: Parameters<typeof shop.get>[0] = clerk): Promise<{ items: Note[] }> =>
  shop.call('listNotes', { order_id }, { principal: who })

test('staff note, read and sign; the log says that and not what', async () => {
  const buyer = customer()
  const { id } = await shop.paid(buyer)
  await add(id, 'Called: wants it on Monday.')
  await add(id, 'Packed twice.')
  expect((await notes(id)).items).toMatchObject([
    { body: 'Called: wants it on Monday.', author_id: clerk.id, author_role: 'manager' },
    { body: 'Packed twice.' },
  ])
  const told = (await shop.audits(id)).filter(({ action }) => action === 'orders.note-added')
  expect(told).toHaveLength(2)
  expect(JSON.stringify(told)).not.toContain('Monday')
})

test('the buyer never sees one: not in the order, not in the export', async () => {
  const buyer = customer()
  const { id } = await shop.paid(buyer)
  await add(id, 'Difficult person.')
  await expect(notes(id, buyer)).rejects.toMatchObject({ status: 403 })
  await expect(add(id, 'x', buyer)).rejects.toMatchObject({ status: 403 })
  const order = await shop.get(buyer, id)
  const person = { account_id: buyer.id, email: 'ada@example.com', before: new Date().toISOString() }
  const data = await shop.call('exportPersonalData', person, { caller: 'customers' })
  expect(JSON.stringify([order, data])).not.toContain('Difficult')
})

test('an order that is not there, nothing to say, no right to say it', async () => {
  const { id } = await shop.paid()
  await expect(add(newId(), 'x')).rejects.toMatchObject(notFound)
  await expect(notes(newId())).rejects.toMatchObject(notFound)
  await expect(add(id, '  ')).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  await expect(add(id, 'x', staff(['orders:read']))).rejects.toMatchObject({ status: 403 })
})
