import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPapers, seller } from './paper-scene.ts'
import { customer, guest, notFound, staff } from './scene.ts'

let now = new Date()
let shop: Awaited<ReturnType<typeof openPapers>>
beforeAll(async () => void (shop = await openPapers({ clock: () => now })))
afterAll(() => shop.close())

const clerk = staff()

test('nothing is issued before the shop has said who it is', async () => {
  const { id } = await shop.paid()
  await expect(shop.call('issueInvoice', { order_id: id }, { principal: clerk })).rejects.toMatchObject({
    code: 'ORDERS_SELLER_UNKNOWN',
  })
  await expect(shop.invoice(clerk, id)).rejects.toMatchObject({ code: 'ORDERS_NO_INVOICE', status: 404 })
})

test('who sells is said whole, with a right IBAN, and by who may', async () => {
  const { name: _name, ...nameless } = seller
  for (const fields of [nameless, { ...seller, name: ' ' }, { ...seller, iban: 'DE00', more: 1 }])
    await expect(shop.sellBy(fields)).rejects.toMatchObject({ status: 400 })
  await expect(shop.sellBy({ ...seller, iban: 'DE89370400440532013001' })).rejects.toMatchObject({
    code: 'ORDERS_BAD_IBAN',
  })
  await expect(shop.sellBy(seller, 'orders:*')).rejects.toMatchObject({ status: 403 })
  await shop.sellBy()
})

test('others’ invoices are not there', async () => {
  const buyer = customer()
  const { id } = await shop.paid(buyer)
  await shop.tellPaid(id)
  const [invoice] = (await shop.get(buyer, id)).documents
  const other = await shop.paid(customer())
  await shop.tellPaid(other.id)
  for (const who of [customer(), guest(), guest(null)]) {
    await expect(shop.invoice(who, id)).rejects.toMatchObject(notFound)
    await expect(shop.paper(who, id, invoice!.id)).rejects.toMatchObject(notFound)
  }
  await expect(shop.invoice(guest(), id, { token: 'x'.repeat(43) })).rejects.toMatchObject(notFound)
  await expect(shop.paper(clerk, other.id, invoice!.id)).rejects.toMatchObject(notFound)
  await expect(shop.paper(buyer, id, newId())).rejects.toMatchObject(notFound)
  await expect(shop.invoice(staff(['orders:own']), id)).rejects.toMatchObject({ status: 403 })
})

test('what is unpaid or cancelled has no invoice to be issued, and an issued one is not issued again', async () => {
  const refused = { code: 'ORDERS_NOT_INVOICEABLE', status: 409 }
  const issue = (order_id: string) => shop.call('issueInvoice', { order_id }, { principal: clerk })
  const unpaid = await shop.place(customer())
  const cancelled = await shop.paid()
  await shop.cancel(clerk, cancelled.id)
  const paid = await shop.paid()
  await issue(paid.id)
  for (const { id } of [unpaid, cancelled, paid]) await expect(issue(id)).rejects.toMatchObject(refused)
  await expect(issue(newId())).rejects.toMatchObject(notFound)
})

test('whom an invoice is to is forgotten when no law wants it kept, and told to nobody before', async () => {
  const buyer = customer()
  const email = `${newId()}@example.com`
  const { id } = await shop.place(buyer, { email })
  await shop.pay(id)
  await shop.tellPaid(id)
  for (const status of ['shipped', 'delivered']) await shop.step(clerk, id, status)
  const person = { account_id: buyer.id, email, before: new Date(Date.now() + 60_000).toISOString() }
  await shop.call('erasePersonalData', person, { principal: { kind: 'system' }, caller: 'customers' })
  await expect(shop.invoice(buyer, id)).rejects.toMatchObject({ code: 'ORDERS_NO_INVOICE' })
  expect((await shop.get(buyer, id)).documents).toEqual([])
  expect(await shop.invoice(clerk, id)).toContain('14 Quay Street')
  now = new Date(Date.UTC(now.getUTCFullYear() + 11, 0, 1))
  await shop.runSchedule('forget-buyers')
  expect(await shop.invoice(clerk, id)).not.toContain('14 Quay Street')
  const kept = await shop.db.many(sql`SELECT content FROM orders.documents WHERE order_id = ${id}`)
  expect(JSON.stringify(kept)).not.toContain('Marlow')
})
