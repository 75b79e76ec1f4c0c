// News of a payment has its effect once, whoever brings it and how often: guarded by capturePayment and takeNews in
// modules/payments/store/settle-payment.ts, by the steps of modules/orders/domain/states.ts and by the inbox.
// Planted and seen to fail: capturePayment without its status (3 captures); changeStatus without `from` (paid again);
// isSigned without its age, or over the parsed body; readMessage without the merchant; recordState without amount and
// currency.
import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  approval,
  type Bank,
  type BankMessage,
  browserReturn,
  openBank,
  placeOrder,
  type PlacedOrder,
  placeOrders,
} from '../support/bank.ts'
import { expectSound, openRaceShop, type RaceShop } from '../support/race-shop.ts'
import { race, type Rival } from '../support/rivals.ts'
import { settle } from '../support/settle.ts'
import { stockShelf } from '../support/shelf.ts'

const ORDERS = 8

let shop: RaceShop
let bank: Bank
let variantId = ''

beforeAll(async () => {
  shop = await openRaceShop()
  bank = await openBank(shop.server)
  ;[variantId = ''] = await stockShelf(shop.beside, [{ quantity: 1_000 }])
})
afterAll(() => shop.close())

type Traces = {
  order_status: string
  payment_status: string
  captures: number
  ledger_rows: number
  paid_events: number
  captured_events: number
  mails: number
  audited: number
}

async function tracesOf({ id, paymentId }: PlacedOrder): Promise<Traces> {
  return shop.beside.db.one<Traces>(sql`
    SELECT o.status AS order_status, p.status AS payment_status,
      (p.captured_minor / p.amount_minor)::int AS captures,
      (SELECT count(*)::int FROM payments.ledger_entries WHERE payment_id = ${paymentId}) AS ledger_rows,
      (SELECT count(*)::int FROM platform_events.events
        WHERE type = 'orders.order-paid.v1' AND key = ${id}) AS paid_events,
      (SELECT count(*)::int FROM platform_events.events
        WHERE type = 'payments.payment-captured.v1' AND key = ${id}) AS captured_events,
      (SELECT count(*)::int FROM notifications.messages
        WHERE order_id = ${id} AND template = 'order-confirmation') AS mails,
      (SELECT count(*)::int FROM audit.entries WHERE subject_id = ${id} AND action = 'orders.paid') AS audited
    FROM orders.orders o JOIN payments.payments p ON p.order_id = o.id WHERE o.id = ${id}`)
}

const paidOnce: Traces = {
  order_status: 'paid',
  payment_status: 'captured',
  captures: 1,
  ledger_rows: 2,
  paid_events: 1,
  captured_events: 1,
  mails: 1,
  audited: 1,
}

const untouched: Traces = {
  order_status: 'pending_payment',
  payment_status: 'pending',
  captures: 0,
  ledger_rows: 0,
  paid_events: 0,
  captured_events: 0,
  mails: 0,
  audited: 0,
}

/** Five events, five deliveries each: news of an open payment among those of the capture. */
function storm(order: PlacedOrder): Rival[] {
  const events = (['open', 'captured', 'captured', 'open', 'captured'] as const).map((status) =>
    JSON.stringify(bank.message(order, { status })),
  )
  return Array.from({ length: 5 }, () => events.map((text) => bank.delivery(text))).flat()
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((left, right) => left.at - right.at)
    .map(({ item }) => item)
}

test(`${String(ORDERS)} times 5 events × 5 deliveries in any order beside the browser's return: paid once`, async () => {
  const orders = await placeOrders(
    shop.server,
    Array.from({ length: ORDERS }, () => ({ variant_id: variantId, quantity: 1 })),
  )
  const approvals = await race(shop.server.url, orders.map(approval))
  expect(approvals.map(({ status }) => status)).toEqual(orders.map(() => 200))
  const rivals = shuffled(
    orders.flatMap((order) => [...storm(order), ...Array.from({ length: 3 }, () => browserReturn(order))]),
  )
  const answers = await race(shop.server.url, rivals)
  expect(answers.filter(({ status }) => status !== 200)).toEqual([])
  await settle(shop.beside.db)
  for (const order of orders) expect(await tracesOf(order)).toEqual(paidOnce)
})

describe('a message that is not the bank’s news of this payment has no effect', () => {
  const refused = [400, 'PAYMENTS_BAD_SIGNATURE'] as const
  const received = [200, undefined] as const

  const cases: readonly [string, readonly [number, string | undefined], (order: PlacedOrder) => Rival][] = [
    ['signed with another secret', refused, (order) => deliver(order, {}, { secret: randomBytes(32) })],
    ['re-serialised after it was signed', refused, reserialised],
    ['signed 301 seconds ago', refused, (order) => deliver(order, {}, { at: secondsNow() - 301 })],
    ['signed 310 seconds ahead', refused, (order) => deliver(order, {}, { at: secondsNow() + 310 })],
    ['without a signature', refused, (order) => ({ ...deliver(order), headers: {} })],
    ['for another merchant', refused, (order) => deliver(order, { merchant: 'https://other.example' })],
    ['with another amount', received, (order) => deliver(order, { amount_minor: order.amountMinor - 1 })],
    ['with another currency', received, (order) => deliver(order, { currency: 'EUR' })],
    ['about a payment that nobody knows', received, (order) => deliver(order, { reference: randomUUID() })],
  ]

  test.each(cases)('%s', async (_name, expected, rivalOf) => {
    const order = await placeOrder(shop.server, variantId)
    const [answer] = await race(shop.server.url, [rivalOf(order)])
    expect([answer?.status, answer?.body['code']]).toEqual(expected)
    expect(await tracesOf(order)).toEqual(untouched)
  })

  test('about the paid payment of another order', async () => {
    const [paid, open] = await placeOrders(
      shop.server,
      [1, 2].map(() => ({ variant_id: variantId, quantity: 1 })),
    )
    if (paid === undefined || open === undefined) throw new Error('There are two orders.')
    const text = JSON.stringify(bank.message(paid))
    await race(shop.server.url, [approval(paid)])
    await race(shop.server.url, [bank.delivery(text)])
    // The same news again, naming the other order beside it, and with that order's payment under the old signature.
    const named = JSON.stringify({ ...bank.message(paid), order_id: open.id })
    const swapped = JSON.stringify({ ...(JSON.parse(text) as BankMessage), reference: open.paymentId })
    const answers = await race(shop.server.url, [
      bank.delivery(text),
      bank.delivery(named),
      bank.delivery(swapped, { signedText: text }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 400, 400])
    await settle(shop.beside.db)
    expect(await tracesOf(open)).toEqual(untouched)
    expect(await tracesOf(paid)).toEqual(paidOnce)
  })
})

test('after all of it every invariant holds', () => expectSound(shop))

function deliver(
  order: PlacedOrder,
  changes: Partial<BankMessage> = {},
  options: Parameters<Bank['delivery']>[1] = {},
): Rival {
  return bank.delivery(JSON.stringify(bank.message(order, changes)), options)
}

function reserialised(order: PlacedOrder): Rival {
  const message = bank.message(order)
  return bank.delivery(JSON.stringify(message, null, 1), { signedText: JSON.stringify(message) })
}

function secondsNow(): number {
  return Math.floor(Date.now() / 1_000)
}
