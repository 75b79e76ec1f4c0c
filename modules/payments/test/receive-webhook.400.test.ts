import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBalanced, openPayments, type Payment } from './scene.ts'

let shop: Awaited<ReturnType<typeof openPayments>>
let payment: Payment
let before: unknown
beforeAll(async () => {
  shop = await openPayments()
  payment = await shop.open()
  before = await shop.events()
})
afterAll(async () => {
  expect(await shop.events()).toEqual(before)
  expect((await shop.books(payment.order_id)).payment?.status).toBe('pending')
  await closeBalanced(shop)
})

const refused = { code: 'PAYMENTS_BAD_SIGNATURE', status: 400 }
const minutes = (count: number) => new Date(Date.now() + count * 60_000)

test('without a signature, with a made-up one, or with one of another text', async () => {
  const body = shop.message(payment)
  for (const signature of [null, '', 'v1=00', `t=1,v1=${'0'.repeat(64)}`, shop.sign(`${body} `)]) {
    await expect(shop.webhook(body, signature)).rejects.toMatchObject(refused)
  }
})

test('with one byte of the text changed', async () => {
  const body = shop.message(payment)
  const signature = shop.sign(body)
  const changed = [
    body.replace('4240', '4241'),
    `${body}\n`,
    body.toUpperCase(),
    JSON.stringify(JSON.parse(body), null, 1),
  ]
  for (const text of changed) await expect(shop.webhook(text, signature)).rejects.toMatchObject(refused)
})

test('that was recorded and is played again later', async () => {
  const body = shop.message(payment)
  await expect(shop.webhook(body, shop.sign(body, minutes(-6)))).rejects.toMatchObject(refused)
  await expect(shop.webhook(body, shop.sign(body, minutes(6)))).rejects.toMatchObject(refused)
})

test('well signed but for another merchant, of another form, or not JSON', async () => {
  const merchant = shop.message(payment, { merchant: 'https://other.example' })
  const more = shop.message(payment, { order_id: payment.order_id })
  const float = shop.message(payment, { amount_minor: 42.4 })
  for (const body of [merchant, more, float, '', '{}', '[]', 'null', '{"id":']) {
    await expect(shop.webhook(body), body).rejects.toMatchObject(refused)
  }
})

test('404: to a provider that is not installed', async () => {
  for (const provider of ['stripe', 'constructor', '__proto__', '']) {
    const call = shop.webhook(shop.message(payment), undefined, provider)
    await expect(call).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 })
  }
})
