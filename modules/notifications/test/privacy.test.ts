import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { mailScene, ORDER_ID, orderOf } from './scene.ts'

let order: object
let scene: Awaited<ReturnType<typeof mailScene>>
beforeEach(async () => {
  order = orderOf()
  scene = await mailScene({ order: () => order })
})
afterEach(() => scene.close())

const inside = { principal: { kind: 'system' as const }, caller: 'customers' }
const account_id = newId()
const ADA = 'ada@example.com'
const person = { account_id, email: ADA, before: '2026-01-15T13:00:00.000Z' }

const farewell = (erasure_id: string, language = 'de'): Promise<null> =>
  scene.h.call('sendFarewell', { erasure_id, account_id, email: ADA, language }, inside)

test('the last mail goes to an address that nothing else knows, once, and is forgotten', async () => {
  const erasure_id = newId()
  await Promise.all(Array.from({ length: 10 }, () => farewell(erasure_id)))
  const [waiting] = await scene.rows()
  expect(JSON.stringify(waiting)).not.toContain(ADA)
  // Removing all that is known of somebody does not take their last mail.
  await scene.h.call('erasePersonalData', person, inside)
  await scene.runJobs()
  const [mail, ...more] = await scene.mails()
  expect(more).toEqual([])
  expect(mail?.headers.get('to')).toEqual([ADA])
  expect(mail?.text).toContain('ist gelöscht')
  expect(await scene.rows()).toMatchObject([{ status: 'sent', recipient: '', details: {} }])
})

test('mails that were sent forget to whom, and those that wait are not sent', async () => {
  await scene.tell('customers.export-ready.v1', { account_id, export_id: newId() })
  await scene.tell('orders.order-paid.v1', { order_id: ORDER_ID })
  await scene.h.deliver('customers.export-ready.v1', { account_id, export_id: newId() })
  const out = await scene.h.call('exportPersonalData', person, inside)
  expect(out).toMatchObject({
    sections: [{ name: 'mails', data: [{ template: 'order-confirmation' }, { template: 'export-ready' }] }],
  })
  await scene.h.call('erasePersonalData', person, inside)
  await scene.runJobs()
  expect(await scene.mails()).toHaveLength(2)
  const rows = await scene.rows()
  expect(rows.map(({ recipient }) => recipient)).toEqual(['', '', ''])
  expect(rows.map(({ status }) => status)).toEqual(['sent', 'sent', 'skipped'])
})

test('an order whose buyer has left is written to nobody', async () => {
  await scene.tell('orders.order-paid.v1', { order_id: ORDER_ID })
  await scene.tell('orders.buyer-erased.v1', { order_id: ORDER_ID })
  order = orderOf({ email: '' })
  await scene.tell('payments.payment-refunded.v1', {
    payment_id: newId(),
    order_id: ORDER_ID,
    refund_id: newId(),
    amount_minor: 500,
    refunded_minor: 500,
    currency: 'USD',
    full: false,
  })
  expect(await scene.mails()).toHaveLength(1)
  expect(await scene.rows()).toMatchObject([
    { status: 'sent', recipient: '' },
    { status: 'skipped', recipient: '' },
  ])
})
