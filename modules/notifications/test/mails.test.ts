import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { mailScene, ORDER_ID, orderOf, TOKEN } from './scene.ts'

let scene: Awaited<ReturnType<typeof mailScene>>
let order: object | null
let token: string | null
beforeEach(async () => {
  order = orderOf()
  token = 'a'.repeat(43)
  scene = await mailScene({ order: () => order, token: () => token })
})
afterEach(() => scene.close())

async function onlyMail() {
  const mails = await scene.mails()
  expect(mails).toHaveLength(1)
  return mails[0]!
}

test('a paid order is confirmed, in text and HTML, with its link', async () => {
  await scene.tell('orders.order-paid.v1', { order_id: ORDER_ID })
  const mail = await onlyMail()
  expect(mail.headers.get('subject')).toEqual(['Order R-1042 is confirmed'])
  expect(mail.headers.get('to')).toEqual(['ada@example.com'])
  expect(mail.headers.get('from')?.[0]).toContain('shop@example.com')
  const link = `https://shop.example/orders/${ORDER_ID}?token=${TOKEN}`
  expect(mail.html).toContain(`href="${link}"`)
  expect(mail.html).toContain('src="https://shop.example/media/shirt-160.webp"')
  expect(mail.text).toContain(link)
  for (const part of [mail.html, mail.text]) {
    for (const words of ['Thank you, Ada', '$304.98', '$5.00', 'United Kingdom'])
      expect(part).toContain(words)
  }
})

test('what customers and merchants wrote is escaped', async () => {
  await scene.tell('orders.order-paid.v1', { order_id: ORDER_ID })
  const { html, text } = await onlyMail()
  expect(html).not.toContain('<script')
  expect(html).toContain('Linen shirt &lt;script&gt;')
  expect(html).toContain('Sand &amp; &quot;stone&quot;')
  expect(html).toContain('Fern &amp; Clay')
  expect(text).toContain('Linen shirt <script>')
})

test('files can be read by their owner alone and are named by time, template and id', async () => {
  await scene.tell('orders.order-paid.v1', { order_id: ORDER_ID })
  const [name = ''] = await scene.files()
  expect(name).toMatch(/^20260115T120000Z-order-confirmation-[0-9a-f-]{36}\.eml$/)
  expect((await stat(join(scene.folder, name))).mode & 0o777).toBe(0o600)
  expect((await stat(scene.folder)).mode & 0o777).toBe(0o700)
})

test('a customer with an account gets a link without a token', async () => {
  order = orderOf({ customer_id: newId(), tracking_token: null })
  await scene.tell('orders.order-paid.v1', { order_id: ORDER_ID })
  expect((await onlyMail()).text).toContain(`https://shop.example/orders/${ORDER_ID}\r\n`)
})

test('a shipped order carries its tracking; a link that is not https is left out', async () => {
  const shipment = {
    carrier: 'DHL',
    tracking_number: 'JD014600',
    tracking_url: 'https://dhl.example/t?n=JD014600',
  }
  order = orderOf({ shipment })
  await scene.tell('orders.order-shipped.v1', { order_id: ORDER_ID })
  const mail = await onlyMail()
  expect(mail.html).toContain('href="https://dhl.example/t?n=JD014600"')
  expect(mail.text).toContain('DHL, JD014600')
  order = orderOf({ shipment: { ...shipment, tracking_url: 'javascript:alert(1)' } })
  await scene.tell('orders.order-shipped.v1', { order_id: ORDER_ID })
  expect((await scene.mails()).map((one) => one.html).join('')).not.toContain('javascript:')
})

test('each parcel has a mail of its own, with what is in it; the order as a whole then none', async () => {
  const base = orderOf() as { items: { id: string }[] }
  const parcel = (quantity: number) => ({
    ...{ id: newId(), number: 1, state: 'shipped', packed_at: '2026-01-15T12:00:00.000Z' },
    ...{ shipped_at: '2026-01-15T12:00:00.000Z', delivered_at: null },
    ...{ carrier: 'DHL', tracking_number: 'JD0146', tracking_url: null },
    lines: [{ item_id: base.items[0]!.id, quantity }],
  })
  const [part, whole] = [parcel(1), parcel(2)]
  order = { ...base, shipments: [part, whole] }
  await scene.tell('orders.order-shipped.v1', { order_id: ORDER_ID })
  expect(await scene.mails()).toEqual([])
  await scene.tell('orders.shipment-sent.v1', { order_id: ORDER_ID, shipment_id: part.id })
  const mail = await onlyMail()
  expect(mail.headers.get('subject')).toEqual(['A part of order R-1042 is on its way'])
  expect(mail.text).toContain('DHL, JD0146')
  expect(mail.text).toContain('1 × Linen shirt <script>alert(1)</script>, M')
  expect(mail.html).not.toContain('<script>')
  expect(mail.text).not.toContain('304.98')
  await scene.tell('orders.shipment-sent.v1', { order_id: ORDER_ID, shipment_id: whole.id })
  const texts = (await scene.mails()).map(({ text }) => text)
  expect(texts.filter((text) => text.includes('304.98'))).toHaveLength(1)
})

test.each([
  [true, 'is on its way back to you', 'have not been charged'],
  [false, 'have not been charged', 'is on its way back to you'],
])('a cancelled order, paid %s, says what happens to the money', async (was_paid, said, unsaid) => {
  await scene.tell('orders.order-cancelled.v1', {
    order_id: ORDER_ID,
    reason: 'Buy at evil.example',
    was_paid,
  })
  const { text, html } = await onlyMail()
  for (const part of [text, html]) {
    expect(part).toContain(said)
    expect(part).not.toContain(unsaid)
    expect(part).not.toContain('evil.example')
  }
})

test('a refund says its own amount', async () => {
  const refund = {
    payment_id: newId(),
    order_id: ORDER_ID,
    refund_id: newId(),
    refunded_minor: 5_000,
    currency: 'USD',
  }
  await scene.tell('payments.payment-refunded.v1', { ...refund, amount_minor: 1_999, full: false })
  const mail = await onlyMail()
  expect(mail.headers.get('subject')).toEqual(['Refund of $19.99 for order R-1042'])
})

test('a confirmation mail carries a token made for it and kept nowhere here', async () => {
  const account_id = newId()
  await scene.tell('identity.verification-requested.v1', { account_id })
  const mail = await onlyMail()
  expect(mail.text).toContain(`https://shop.example/verify-email?token=${'a'.repeat(43)}`)
  // Anybody can sign up with anybody's address: nothing that was typed in reaches its owner.
  expect(mail.text).not.toContain('Ada')
  expect(JSON.stringify(await scene.rows())).not.toContain('a'.repeat(43))
})

test('somebody who signs up twice is told so', async () => {
  await scene.tell('identity.duplicate-registration.v1', { account_id: newId() })
  expect((await onlyMail()).text).toContain('https://shop.example/sign-in')
})

test('when the address was confirmed meanwhile nothing is sent', async () => {
  token = null
  await scene.tell('identity.verification-requested.v1', { account_id: newId() })
  expect(await scene.files()).toEqual([])
  expect(await scene.rows()).toMatchObject([{ status: 'skipped' }])
})
