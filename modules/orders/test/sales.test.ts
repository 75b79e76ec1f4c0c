import type { Orders } from '@rampart/contracts/orders.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { customer, homeAddress, notFound, openOrders, type Order, staff, twoLines } from './scene.ts'

type Sales = OutputOf<Orders, 'listSales'>
type Sale = OutputOf<Orders, 'getSale'>

const [ana, bo] = [staff(['orders:own']), staff(['orders:own'])]
let shop: Awaited<ReturnType<typeof openOrders>>
let mixed: Order
let bos: Order
let unpaid: Order
let givenUp: Order

const list = (who: Principal, filter: object = {}): Promise<Sales> =>
  shop.call('listSales', filter, { principal: who })
const open = (who: Principal, order_id: string): Promise<Sale> =>
  shop.call('getSale', { order_id }, { principal: who })
const ids = async (who: Principal, filter: object = {}) => {
  const { items, total } = await list(who, filter)
  expect(total).toBe(items.length)
  return items.map(({ id }) => id)
}

/** Shirts of Ana's, a cap of `second`'s. */
const lines = (second: string | null) =>
  twoLines().map((line, index) => ({ ...line, seller_id: index === 0 ? ana.id : second }))

beforeAll(async () => {
  shop = await openOrders()
  mixed = await shop.place(customer(), {
    lines: lines(bo.id),
    note: 'Call me on my birthday',
    billing_address: { ...homeAddress, street: '1 Secret Lane' },
  })
  bos = await shop.place(customer(), { lines: lines(bo.id).slice(1) })
  unpaid = await shop.place(customer(), { lines: lines(null) })
  givenUp = await shop.place(customer(), { lines: lines(null) })
  for (const { id } of [mixed, bos]) await shop.pay(id)
  await shop.abandon(givenUp.id)
})
afterAll(() => shop.close())

describe('a seller', () => {
  test('lists paid orders that hold lines of theirs, with figures of these alone', async () => {
    const { items } = await list(ana)
    expect(items).toEqual([
      {
        id: mixed.id,
        number: mixed.number,
        status: 'paid',
        total: { amount: '30.00', currency: 'USD' },
        item_count: 2,
        first_item_name: 'Shirt',
        picture: null,
        placed_at: mixed.placed_at,
      },
    ])
    expect(await ids(bo)).toEqual([bos.id, mixed.id])
    expect(await ids(staff(['orders:own']))).toEqual([])
  })

  test('opens one and sees their own lines and where they go, and nothing else', async () => {
    const sale = await open(ana, mixed.id)
    expect(Object.keys(sale).toSorted()).toEqual(
      [
        ...['history', 'id', 'items', 'number', 'placed_at', 'shipment'],
        ...['shipments', 'shipping_address', 'shipping_method', 'status', 'total'],
      ].toSorted(),
    )
    expect(sale.items).toMatchObject([
      { product_name: 'Shirt', quantity: 2, line_total: { amount: '30.00' } },
    ])
    expect(sale.items[0]).not.toHaveProperty('seller_id')
    expect(sale.total.amount).toBe('30.00')
    expect(sale.shipping_address).toEqual(homeAddress)
    expect(sale.history.map(({ status }) => status)).toEqual(['pending_payment', 'paid'])
    const told = JSON.stringify(sale)
    for (const secret of [
      mixed.email,
      mixed.payment!.id,
      mixed.customer_id!,
      'birthday',
      'Secret',
      'Cap',
      '42.40',
    ])
      expect(told).not.toContain(secret)
  })

  test('meets an order without lines of theirs, or not paid, as if it had never been', async () => {
    for (const id of [bos.id, unpaid.id, givenUp.id, newId()])
      await expect(open(ana, id)).rejects.toMatchObject(notFound)
  })

  test('finds by number and by what they sold, never by what others did or who bought', async () => {
    expect(await ids(ana, { q: mixed.number })).toEqual([mixed.id])
    expect(await ids(ana, { q: 'shir' })).toEqual([mixed.id])
    for (const q of ['cap', 'ada', 'marlow', bos.number, unpaid.number, '%', "' OR true --"])
      expect(await ids(ana, { q })).toEqual([])
    expect(await ids(ana, { status: 'paid', sort: 'placed_at' })).toEqual([mixed.id])
    for (const wider of [{ status: 'pending_payment' }, { status: 'cancelled' }, { placed_to: '2020-01-01' }])
      expect(await ids(ana, wider)).toEqual([])
  })

  test('changes no order and reads none whole', async () => {
    for (const [operation, input] of [
      ['listOrders', {}],
      ['getOrder', { order_id: mixed.id }],
      ['updateOrder', { order_id: mixed.id, note: 'x' }],
      ['cancelOrder', { order_id: mixed.id }],
      ['updateStatus', { order_id: mixed.id, status: 'shipped' }],
    ] as const)
      await expect(shop.call(operation, input, { principal: ana })).rejects.toMatchObject({ status: 403 })
  })

  test('no longer sees the address once nothing is to be sent', async () => {
    const sent = await shop.place(customer(), { lines: lines(null) })
    await shop.pay(sent.id)
    await shop.step(staff(), sent.id, 'shipped', { carrier: 'Post', note: 'For the buyer alone' })
    expect(await open(ana, sent.id)).toMatchObject({
      shipping_address: homeAddress,
      shipment: { carrier: 'Post' },
    })
    await shop.step(staff(), sent.id, 'delivered')
    const delivered = await open(ana, sent.id)
    expect(delivered.shipping_address).toBeNull()
    expect(JSON.stringify(delivered)).not.toContain('For the buyer')
    const cancelled = await shop.place(customer(), { lines: lines(null) })
    await shop.pay(cancelled.id)
    await shop.cancel(staff(), cancelled.id)
    expect(await open(ana, cancelled.id)).toMatchObject({ status: 'cancelled', shipping_address: null })
  })
})

test('staff and buyers see orders whole, and not whose the lines are', async () => {
  const whole = await shop.get(staff(['orders:read']), mixed.id)
  expect(whole.items).toHaveLength(2)
  expect(whole.items[0]).not.toHaveProperty('seller_id')
  expect(await ids(staff(['orders:*']))).toEqual([])
})

test('guests and customers have no sales', async () => {
  await expect(list(customer())).rejects.toMatchObject({ status: 403 })
  await expect(list({ kind: 'guest', guest_token: null })).rejects.toMatchObject({ status: 401 })
})

test('a line without a seller leaves no trace of one', async () => {
  const { total } = await shop.db.one<{ total: number }>(
    sql`SELECT count(*) AS total FROM orders.seller_lines WHERE order_id = ${unpaid.id}`,
  )
  expect(total).toBe(1)
})
