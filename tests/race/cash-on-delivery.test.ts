// Cash at the door moves money by staff alone: guarded by takeCash (modules/payments/store/settle-payment.ts) and by
// acceptOrder, which take one step from where the step begins.
// Planted and seen to fail: takeCash without its status (modules/payments/test/cash.test.ts too).
import { payments } from '@rampart/contracts/payments.ts'
import { backgroundContext, EDGE } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectSound, openRaceShop, type RaceShop } from '../support/race-shop.ts'
import { buyer, race } from '../support/rivals.ts'
import { stockShelf } from '../support/shelf.ts'

const ORDERS = 12

let shop: RaceShop
let variantId = ''

beforeAll(async () => {
  shop = await openRaceShop()
  ;[variantId = ''] = await stockShelf(shop.beside, [{ quantity: 100 }])
  await shop.beside.db.run(sql`
    INSERT INTO payments.providers (provider, enabled, countries) VALUES ('cash_on_delivery', true, '{GB}')`)
  await shop.beside.db.run(sql`SELECT pg_notify('payments_providers', '')`)
})
afterAll(() => shop.close())

/** Somebody of the staff notes the cash of an order. */
async function noteCash(order_id: string): Promise<string> {
  const context = {
    ...backgroundContext(newId()),
    caller: EDGE,
    principal: {
      kind: 'staff' as const,
      id: newId(),
      session_id: newId(),
      role: 'manager',
      permissions: ['payments:record'],
    },
  }
  const { recordCash } = client(payments, shop.beside.assembly.linkTo('payments'), EDGE)
  return recordCash(context, { order_id }).then(
    () => 'noted',
    (error: unknown) => (error as { code: string }).code,
  )
}

test('orders at the door: stock sold, nothing given up, cash taken once, and all books agree', async () => {
  const rivals = Array.from({ length: ORDERS }, () => {
    const rival = buyer([{ variant_id: variantId, quantity: 1 }])
    return { ...rival, body: { ...(rival.body as object), payment_method: 'cash_on_delivery' } }
  })
  const answers = await race(shop.server.url, rivals)
  expect(answers.map(({ status, text }) => (status === 201 ? 201 : text))).toEqual(answers.map(() => 201))
  const ids = answers.map(({ body }) => String((body as unknown as { id: string }).id))
  expect(answers.map(({ body }) => (body as unknown as { status: string }).status)).toEqual(
    ids.map(() => 'processing'),
  )
  // Looked at by the reconciler, long after a payment would have been given up.
  await shop.beside.db.run(sql`UPDATE checkout.processes SET created_at = now() - interval '1 day'`)
  await expectSound(shop)
  const third = (index: number) => ids.filter((_id, at) => at % 3 === index)
  for (const id of third(0)) {
    const told = await Promise.all(Array.from({ length: 8 }, () => noteCash(id)))
    expect(told.filter((answer) => answer === 'noted')).toHaveLength(1)
  }
  await expectSound(shop)
  const stood = await shop.beside.db.many<{ captured: number; due: boolean }>(sql`
    SELECT p.captured_minor AS captured, p.status = 'pending' AS due FROM payments.payments p
    WHERE p.order_id = ANY(${third(1)}::uuid[])`)
  expect(stood).toEqual(third(1).map(() => ({ captured: 0, due: true })))
})
