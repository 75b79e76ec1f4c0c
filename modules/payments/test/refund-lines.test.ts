import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeBalanced, openPayments, REFUNDED } from './scene.ts'

type Line = { line_id: string; variant_id: string; quantity: number; paid_minor: number }
type Back = { ready: boolean; lines: { line_id: string; quantity: number }[] }

let shop: Awaited<ReturnType<typeof openPayments>>
let lines: Line[] = []
let back: Back | null = null

beforeAll(async () => {
  const facts = () => Promise.resolve({ currency: 'USD', shipping_minor: 490, lines, return: back })
  shop = await openPayments({ stubs: { orders: { getRefundFacts: facts } } })
})
afterAll(() => closeBalanced(shop))
beforeEach(() => {
  const line = (quantity: number, paid_minor: number) => ({
    ...{ line_id: newId(), variant_id: newId(), quantity, paid_minor },
  })
  lines = [line(3, 1_000), line(1, 2_750)]
  back = null
})

const gone = { code: 'PAYMENTS_PIECES_REFUNDED', status: 409 }

test('pieces of a line at what was paid for them, until none is left', async () => {
  const { order_id } = await shop.captured(4_240)
  const [shirt, lamp] = lines as [Line, Line]
  const one = { lines: [{ line_id: shirt.line_id, quantity: 1 }] }
  expect((await shop.refund(order_id, one)).amount.amount).toBe('3.34')
  expect((await shop.refund(order_id, one)).amount.amount).toBe('3.33')
  const last = await shop.refund(order_id, {
    lines: [
      { line_id: shirt.line_id, quantity: 1, restock: true },
      { line_id: lamp.line_id, quantity: 1 },
    ],
    shipping: '4.90',
  })
  expect(last).toMatchObject({ amount: { amount: '35.73' }, shipping: { amount: '4.90' } })
  await expect(shop.refund(order_id, one)).rejects.toMatchObject(gone)
  await expect(shop.refund(order_id, { shipping: '0.01' })).rejects.toMatchObject(gone)
  const { payment, refunds } = await shop.books(order_id)
  expect(payment?.status).toBe('refunded')
  expect(
    refunds
      .at(-1)
      ?.lines.map(({ amount }) => amount.amount)
      .toSorted(),
  ).toEqual(['27.50', '3.33'])
  const told = (await shop.news(order_id)).filter(({ type }) => type === REFUNDED)
  expect(told.at(-1)?.payload).toMatchObject({ shipping_minor: 490, full: true })
  expect(told.at(-1)?.payload['lines']).toContainEqual({
    ...{ line_id: shirt.line_id, variant_id: shirt.variant_id, quantity: 1 },
    ...{ amount_minor: 333, restock: true },
  })
})

test('less for a piece than was paid for it, and never more', async () => {
  const { order_id } = await shop.captured(4_240)
  const lamp = { lines: [{ line_id: lines[1]!.line_id, quantity: 1 }] }
  const tooLarge = { code: 'PAYMENTS_REFUND_TOO_LARGE' }
  await expect(shop.refund(order_id, { ...lamp, amount: '27.51' })).rejects.toMatchObject(tooLarge)
  const refund = await shop.refund(order_id, { ...lamp, amount: '20.00' })
  expect(refund.lines).toMatchObject([{ quantity: 1, amount: { amount: '20.00' } }])
  await expect(shop.refund(order_id, lamp)).rejects.toMatchObject(gone)
})

test('pieces cost no more than is left of the payment', async () => {
  const { order_id } = await shop.captured(4_240)
  await shop.refund(order_id, { amount: '40.00' })
  const lamp = { lines: [{ line_id: lines[1]!.line_id, quantity: 1 }] }
  await expect(shop.refund(order_id, lamp)).rejects.toMatchObject({ code: 'PAYMENTS_REFUND_TOO_LARGE' })
})

test.each([
  ['a line of another order', () => ({ lines: [{ line_id: newId(), quantity: 1 }] })],
  ['a line twice', () => ({ lines: [1, 2].map(() => ({ line_id: lines[0]!.line_id, quantity: 1 })) })],
])('400: %s', async (_name, input) => {
  const { order_id } = await shop.captured()
  await expect(shop.refund(order_id, input())).rejects.toMatchObject({ code: 'PAYMENTS_BAD_LINES' })
})

test('100 requests for the pieces of one line at once: as many as there are', async () => {
  const { order_id } = await shop.captured(4_240)
  const one = { lines: [{ line_id: lines[0]!.line_id, quantity: 1 }] }
  const tries = await Promise.allSettled(Array.from({ length: 100 }, () => shop.refund(order_id, one)))
  const done = tries.filter((one) => one.status === 'fulfilled').map(({ value }) => value.amount.amount)
  expect(done.toSorted()).toEqual(['3.33', '3.33', '3.34'])
  expect((await shop.books(order_id)).payment?.refunded.amount).toBe('10.00')
})

test('a return is paid once, whatever the keys, for the pieces that arrived', async () => {
  const { order_id } = await shop.captured(4_240)
  const [shirt, lamp] = lines as [Line, Line]
  back = {
    ready: true,
    lines: [
      { line_id: shirt.line_id, quantity: 2 },
      { line_id: lamp.line_id, quantity: 0 },
    ],
  }
  const return_id = newId()
  const more = { return_id, lines: [{ line_id: shirt.line_id, quantity: 3 }] }
  await expect(shop.refund(order_id, more)).rejects.toMatchObject(gone)
  const all = await Promise.all(Array.from({ length: 20 }, () => shop.refund(order_id, { return_id })))
  expect(new Set(all.map(({ id }) => id)).size).toBe(1)
  expect(all[0]).toMatchObject({ return_id, amount: { amount: '6.67' } })
  expect((await shop.books(order_id)).payment?.refunded.amount).toBe('6.67')
  expect((await shop.news(order_id)).at(-1)?.payload).toMatchObject({ return_id, amount_minor: 667 })
})

test('a return that is not known, not inspected, or of which nothing arrived is not paid', async () => {
  const { order_id } = await shop.captured(4_240)
  const return_id = newId()
  await expect(shop.refund(order_id, { return_id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const notReady = { code: 'PAYMENTS_RETURN_NOT_READY', status: 409 }
  back = { ready: false, lines: [{ line_id: lines[0]!.line_id, quantity: 1 }] }
  await expect(shop.refund(order_id, { return_id })).rejects.toMatchObject(notReady)
  back = { ready: true, lines: [{ line_id: lines[0]!.line_id, quantity: 0 }] }
  await expect(shop.refund(order_id, { return_id })).rejects.toMatchObject(notReady)
  expect((await shop.books(order_id)).refunds).toEqual([])
})

test('pieces of a refund that the provider refused are to be paid back still', async () => {
  const { order_id } = await shop.captured(4_240)
  const lamp = { lines: [{ line_id: lines[1]!.line_id, quantity: 1 }] }
  const { id } = await shop.refund(order_id, { ...lamp, amount: '1.00' })
  await shop.db.run(sql`UPDATE payments.refunds SET status = 'failed' WHERE id = ${id}`)
  const again = await shop.refund(order_id, { ...lamp, amount: '1.00' })
  expect(again.lines).toMatchObject([{ quantity: 1 }])
  await shop.db.run(sql`UPDATE payments.refunds SET status = 'succeeded' WHERE id = ${id}`)
})
