import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, guest, openOrders, staff, twoLines } from './scene.ts'

let shop: Awaited<ReturnType<typeof openOrders>>
beforeAll(async () => {
  shop = await openOrders()
})
afterAll(() => shop.close())

async function bought(customer_id: string, product_id: string): Promise<boolean> {
  const answer: { bought: boolean } = await shop.call(
    'hasBought',
    { customer_id, product_id },
    { caller: 'reviews' },
  )
  return answer.bought
}

const productOf = (lines: ReturnType<typeof twoLines>, index = 0): string => lines[index]?.product_id ?? ''

test('whoever has paid has bought, each line of it and nothing else', async () => {
  const [buyer, lines] = [customer(), twoLines()]
  const { id } = await shop.place(buyer, { lines })
  expect(await bought(buyer.id, productOf(lines))).toBe(false)
  await shop.pay(id)
  expect(await bought(buyer.id, productOf(lines, 0))).toBe(true)
  expect(await bought(buyer.id, productOf(lines, 1))).toBe(true)
  expect(await bought(buyer.id, newId())).toBe(false)
  expect(await bought(customer().id, productOf(lines))).toBe(false)
})

test('an order that was cancelled or paid back in full is no purchase, one paid back in part is', async () => {
  const [buyer, cancelled, whole, part] = [customer(), twoLines(), twoLines(), twoLines()]
  const placed = []
  for (const lines of [cancelled, whole, part]) {
    const { id } = await shop.place(buyer, { lines })
    await shop.pay(id)
    placed.push(id)
  }
  await shop.cancel(buyer, placed[0] ?? '')
  const refund = {
    payment_id: newId(),
    refund_id: newId(),
    amount_minor: 100,
    refunded_minor: 100,
    currency: 'USD',
  }
  for (const [order_id, full] of [
    [placed[1], true],
    [placed[2], false],
  ] as const)
    await shop.deliver('payments.payment-refunded.v1', { ...refund, order_id, full })
  expect(await bought(buyer.id, productOf(cancelled))).toBe(false)
  expect(await bought(buyer.id, productOf(whole))).toBe(false)
  expect(await bought(buyer.id, productOf(part))).toBe(true)
})

test('what counts as bought no longer is told, with the account and each product once', async () => {
  const [buyer, lines] = [customer(), twoLines()]
  const told = async () =>
    (await shop.events())
      .filter(({ type }) => type === 'orders.purchase-undone.v1')
      .map(({ payload }) => payload as { account_id: string; product_ids: string[] })
      .filter(({ account_id }) => account_id === buyer.id)
      .map(({ product_ids }) => product_ids.toSorted())
  const ids = [productOf(lines, 0), productOf(lines, 1)].toSorted()
  const unpaid = await shop.place(buyer, { lines })
  await shop.cancel(buyer, unpaid.id)
  const cancelled = await shop.place(buyer, { lines: [...lines, ...lines] })
  await shop.pay(cancelled.id)
  expect(await told()).toEqual([])
  await shop.cancel(buyer, cancelled.id)
  expect(await told()).toEqual([ids])
  const paidBack = await shop.place(buyer, { lines })
  await shop.pay(paidBack.id)
  const refund = { payment_id: newId(), order_id: paidBack.id, currency: 'USD' }
  const part = { ...refund, refund_id: newId(), amount_minor: 100, refunded_minor: 100, full: false }
  await shop.deliver('payments.payment-refunded.v1', part)
  expect(await told()).toEqual([ids])
  const rest = { ...part, refund_id: newId(), refunded_minor: 4_240, full: true }
  await shop.deliver('payments.payment-refunded.v1', rest)
  expect(await told()).toEqual([ids, ids])
})

test('what a guest bought is nobody’s', async () => {
  const lines = twoLines()
  const { id } = await shop.place(guest(), { lines })
  await shop.pay(id)
  expect(await bought(customer().id, productOf(lines))).toBe(false)
  await shop.cancel(staff(), id)
  expect((await shop.events()).at(-1)).not.toMatchObject({ type: 'orders.purchase-undone.v1' })
  expect(JSON.stringify(await shop.events())).not.toContain('"account_id":null')
})

test('nobody outside asks what somebody has bought', async () => {
  const input = { customer_id: newId(), product_id: newId() }
  await expect(shop.call('hasBought', input, { principal: staff(['*:*']) })).rejects.toMatchObject({
    status: 403,
  })
})
