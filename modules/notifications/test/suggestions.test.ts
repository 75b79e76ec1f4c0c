import { failure } from '@rampart/platform/errors/app-error.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mailScene, ORDER_ID, orderOf } from './scene.ts'

let scene: Awaited<ReturnType<typeof mailScene>>
let block: () => object | null
let language: 'en' | 'de'
beforeEach(async () => {
  language = 'en'
  block = () => suggestions()
  scene = await mailScene({ block: () => block(), language: () => language, order: () => order })
})
afterEach(() => scene.close())

const money = { amount: '12.00', currency: 'USD' }
const order = orderOf({ customer_id: newId(), tracking_token: null })

function suggestions(reason: object = { type: 'bought_together', product: named('Linen shirt') }): object {
  const card = {
    ...{ id: newId(), slug: 'wool-scarf', name: 'Wool <b>scarf</b>', brand: null, price: money },
    ...{ price_varies: false, compare_at_price: null, picture: null, in_stock: true, sold_by: null },
    rating: { count: 0, average: 0 },
  }
  return { kind: 'bought_together', items: [{ product: card, reason }] }
}

const named = (name: string) => ({ id: newId(), slug: 'linen-shirt', name })

async function mail() {
  await scene.tell('orders.order-paid.v1', { order_id: ORDER_ID })
  const [only] = await scene.mails()
  if (only === undefined) throw new Error('There is no mail.')
  return only
}

test('the mail about a paid order shows what goes with it, and why, in text and HTML', async () => {
  const { html, text } = await mail()
  for (const part of [html, text]) {
    for (const words of ['Often bought together', 'Often bought with Linen shirt', '$12.00'])
      expect(part).toContain(words)
    expect(part).toContain('https://shop.example/p/wool-scarf')
  }
  expect(html).toContain('Wool &lt;b&gt;scarf')
  expect(html).not.toContain('<b>scarf')
})

test('in the currency of the order, and nothing that is not for sale in it', async () => {
  const [scarf, mug] = [suggestions(), suggestions()].map(
    (one) => (one as { items: { product: object }[] }).items[0],
  )
  Object.assign(scarf!.product, {
    prices: [{ price: { amount: '11.50', currency: 'EUR' }, compare_at_price: null, price_varies: false }],
  })
  Object.assign(mug!.product, { name: 'Mug without a price in euros' })
  block = () => ({ kind: 'bought_together', items: [mug, scarf] })
  const inEuros = { amount: '30.00', currency: 'EUR' }
  const before = { ...order }
  Object.assign(order, { total: inEuros })
  const { html, text } = await mail()
  Object.assign(order, before)
  for (const part of [html, text]) {
    expect(part).toContain('€11.50')
    expect(part).not.toContain('Mug without')
  }
})

test('in German as well, and with what is only popular', async () => {
  language = 'de'
  block = () => suggestions({ type: 'popular', product: null })
  const { html, text } = await mail()
  for (const part of [html, text]) expect(part).toContain('Beliebt im Shop')
})

test('without anything to show there is no heading; without recommendations the mail goes out', async () => {
  block = () => null
  expect((await mail()).html).not.toContain('Often bought together')
})

test('a mail does not wait for recommendations that cannot be had', async () => {
  block = () => {
    throw failure('UNAVAILABLE')
  }
  const { html, text } = await mail()
  expect(html).toContain('Linen shirt')
  expect(text).not.toContain('Often bought together')
})

test('what ships later is said when it is ordered, and no more when it is sent', async () => {
  const [item] = (orderOf() as { items: object[] }).items
  Object.assign(order, { items: [{ ...item, ships_later: true }] })
  const { html, text } = await mail()
  for (const part of [html, text]) expect(part).toContain('Ships later')
  await scene.tell('orders.order-shipped.v1', { order_id: ORDER_ID })
  const [shipped] = await scene.mails((name) => name.includes('order-shipped'))
  expect(shipped?.text).toContain('is on its way')
  expect(shipped?.text).not.toContain('Ships later')
})

test('only the confirmation shows it', async () => {
  await scene.tell('orders.order-shipped.v1', { order_id: ORDER_ID })
  const [shipped] = await scene.mails()
  expect(shipped?.text).not.toContain('scarf')
})
