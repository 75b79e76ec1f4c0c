import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { mailScene, ORDER_ID, orderOf } from './scene.ts'

let scene: Awaited<ReturnType<typeof mailScene>>
let order: object
let known: string | null
beforeEach(async () => {
  order = orderOf({ customer_id: newId(), tracking_token: null })
  known = 'ada@example.com'
  scene = await mailScene({ order: () => order, language: () => 'de', email: () => known })
})
afterEach(() => scene.close())

async function onlyMail() {
  const [mail, ...others] = await scene.mails()
  expect(others).toEqual([])
  return mail!
}

const shipment = { carrier: 'DHL', tracking_number: 'JD014600', tracking_url: 'https://dhl.example/t' }
const refund = {
  payment_id: '01890000-0000-7000-8000-000000000002',
  refund_id: '01890000-0000-7000-8000-000000000003',
  refunded_minor: 1_234_567,
  currency: 'USD',
  amount_minor: 1_234_567,
}

describe('a customer whose language is German gets German', () => {
  test.each([
    ['orders.order-paid.v1', {}, 'Bestellung R-1042 ist bestätigt', ['Vielen Dank, Ada', '304,98\u00a0$']],
    ['orders.order-shipped.v1', {}, 'Bestellung R-1042 ist unterwegs', ['Vereinigtes Königreich', 'Paket']],
    [
      'orders.order-cancelled.v1',
      { reason: 'out_of_stock', was_paid: true },
      'Bestellung R-1042 wurde storniert',
      ['ausverkauft', 'geht auf demselben Weg an Sie zurück', 'Zwischensumme'],
    ],
    [
      'orders.order-cancelled.v1',
      { reason: 'Kaufen Sie bei evil.example', was_paid: false },
      'Bestellung R-1042 wurde storniert',
      ['Es wurde nichts abgebucht'],
    ],
    [
      'payments.payment-refunded.v1',
      { ...refund, full: true },
      'Erstattung von 12.345,67 $ für Bestellung R-1042',
      ['der ganze Betrag'],
    ],
  ])('%s %o', async (event, facts, subject, words) => {
    order = orderOf({ customer_id: newId(), tracking_token: null, shipment })
    await scene.tell(event, { order_id: ORDER_ID, ...facts })
    const { headers, html, text } = await onlyMail()
    expect(headers.get('subject')).toEqual([subject])
    expect(headers.get('content-language')).toEqual(['de'])
    expect(html).toContain('<html lang="de">')
    for (const part of [html, text]) {
      for (const each of words) expect(part).toContain(each)
      expect(part).not.toContain('evil.example')
      // A word of each English text: none is left over.
      expect(part).not.toMatch(/\b(order|your|Quantity|Subtotal|Shipping|Delivery|Refund)\b/)
    }
  })
})

test('guests, of whom no language is known, get English', async () => {
  order = orderOf()
  await scene.tell('orders.order-paid.v1', { order_id: ORDER_ID })
  expect((await onlyMail()).headers.get('subject')).toEqual(['Order R-1042 is confirmed'])
})

test('an order whose customer is gone is written about in English', async () => {
  known = null
  await scene.tell('orders.order-shipped.v1', { order_id: ORDER_ID })
  expect((await onlyMail()).html).toContain('<html lang="en">')
})

test.each([
  ['DE', ['80331 München', 'Deutschland']],
  ['US', ['München, 80331', 'Vereinigte Staaten']],
])('an address stands as envelopes in %s have it', async (country, lines) => {
  const shipping_address = {
    full_name: 'Ada',
    street: 'Tal 1',
    city: 'München',
    postal_code: '80331',
    country,
  }
  order = orderOf({ customer_id: newId(), tracking_token: null, shipping_address })
  await scene.tell('orders.order-paid.v1', { order_id: ORDER_ID })
  expect((await onlyMail()).text).toContain(lines.join('\r\n'))
})
