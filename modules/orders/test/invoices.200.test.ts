import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPapers, seller } from './paper-scene.ts'
import { customer, guest, homeAddress, staff } from './scene.ts'

let now = new Date('2026-03-01T12:00:00.000Z')
let shop: Awaited<ReturnType<typeof openPapers>>
beforeAll(async () => void (shop = await openPapers({ clock: () => now })))
afterAll(() => shop.close())

const clerk = staff()
const papers = async (id: string) =>
  (await shop.get(clerk, id)).documents.map(({ number, total }) => [number, total.amount])

test('what is paid before the shop has said who it is gets its invoice afterwards', async () => {
  const { id } = await shop.paid()
  await shop.tellPaid(id)
  expect(await papers(id)).toEqual([])
  const waiting = await shop.call('getInvoiceSettings', {}, { principal: staff(['settings:read']) })
  expect(waiting).toEqual({ seller: null, waiting: 1 })
  await shop.sellBy()
  await shop.runSchedule('issue-waiting')
  expect(await papers(id)).toEqual([['INV-2026-000001', '42.40']])
})

test('a paid order has one invoice, which buyer, guest and staff read alike', async () => {
  const buyer = customer()
  const { id, number } = await shop.paid(buyer)
  await Promise.all([shop.tellPaid(id), shop.tellPaid(id), shop.tellPaid(id)])
  expect(await papers(id)).toEqual([['INV-2026-000002', '42.40']])
  const text = await shop.invoice(buyer, id)
  for (const words of [
    ...['Invoice INV-2026-000002', seller.name, 'VAT ID: DE123456789', 'Ada Marlow', '14 Quay Street'],
    ...['Shirt, M', 'SHIRT', 'US$15.00', 'US$30.00', 'Shipping (Standard)', 'US$4.90', 'US$42.40'],
    ...[number, 'Hafenbank, IBAN DE89 3704 0044 0532 0130 00'],
  ])
    expect(text).toContain(words)
  expect(await shop.invoice(clerk, id)).toBe(text)
  const german = await shop.invoice(clerk, id, { language: 'de' })
  for (const words of ['Rechnung INV-2026-000002', '30,00', 'Versand (Standard)', 'Vereinigtes Königreich'])
    expect(german).toContain(words)
  const audits = await shop.audits(id)
  expect(audits.filter(({ action }) => action === 'orders.invoice_issued')).toHaveLength(1)

  const order = await shop.paid(guest())
  await shop.tellPaid(order.id)
  expect(await shop.invoice(guest(), order.id, { token: order.tracking_token })).toContain('INV-2026-000003')
})

test('names in Greek and Cyrillic and prices in rupees stand on it as they are written', async () => {
  const names = ['Ελένη Παπαδοπούλου', 'улица Щорса 5']
  const { id } = await shop.place(customer(), {
    currency: 'INR',
    shipping_address: { ...homeAddress, full_name: names[0]!, street: names[1]! },
  })
  await shop.pay(id)
  await shop.tellPaid(id)
  const text = await shop.invoice(clerk, id)
  for (const words of [...names, '₹42.40']) expect(text).toContain(words)
})

test('an issued invoice stays as it is, whatever is changed later', async () => {
  const { id } = await shop.paid()
  await shop.tellPaid(id)
  const before = await shop.invoice(clerk, id)
  await shop.correct(clerk, id, { shipping_address: { ...homeAddress, street: '9 Other Road' } })
  await shop.sellBy({ ...seller, name: 'Somebody else' })
  expect(await shop.invoice(clerk, id)).toBe(before)
  const next = await shop.paid()
  await shop.tellPaid(next.id)
  expect(await shop.invoice(clerk, next.id)).toContain('Somebody else')
  await shop.sellBy()
})

test('each refund is credited, and a cancellation what is left', async () => {
  const { id } = await shop.paid()
  await shop.tellPaid(id)
  await shop.tellRefunded(id, 1_000, 1_000)
  await shop.tellRefunded(id, 240, 1_240)
  expect((await papers(id)).slice(1).map(([, total]) => total)).toEqual(['10.00', '2.40'])
  await shop.cancel(clerk, id)
  await shop.tellCancelled(id)
  await shop.tellRefunded(id, 3_000, 4_240, true)
  const issued = await papers(id)
  expect(issued.slice(1).map(([, total]) => total)).toEqual(['10.00', '2.40', '30.00'])
  expect(issued.slice(1).map(([number]) => number)).toEqual([1, 2, 3].map((place) => `CN-2026-00000${place}`))
  const { documents } = await shop.get(clerk, id)
  const text = await shop.paper(clerk, id, documents[1]!.id)
  for (const words of ['Credit note CN-2026-000001', `Credit for invoice ${issued[0]![0]}`, 'US$10.00'])
    expect(text).toContain(words)
})

test('a refund told out of order credits no more than went back', async () => {
  const { id } = await shop.paid()
  await shop.tellPaid(id)
  await shop.tellRefunded(id, 500, 1_500)
  await shop.tellRefunded(id, 1_000, 1_000)
  expect((await papers(id)).slice(1).map(([, total]) => total)).toEqual(['15.00'])
})

test('an order from before there were invoices gets one when staff ask for it', async () => {
  const { id } = await shop.paid()
  await shop.tellRefunded(id, 1_000, 1_000)
  expect(await papers(id)).toEqual([])
  await shop.call('issueInvoice', { order_id: id }, { principal: clerk })
  expect((await papers(id)).map(([, total]) => total)).toEqual(['42.40', '10.00'])
})

test('each year begins at one', async () => {
  now = new Date('2027-01-01T00:00:00.000Z')
  const { id } = await shop.paid()
  await shop.tellPaid(id)
  expect((await papers(id)).map(([number]) => number)).toEqual(['INV-2027-000001'])
})

test('discounts and taxes stand on it as the order was priced', async () => {
  const priced = (total_minor: number, discount_minor: number, tax_rate_bp: number, tax_minor: number) => ({
    ...{ discount_minor, net_minor: total_minor - tax_minor, tax_minor, total_minor, tax_rate_bp },
    discounts: [],
  })
  const { tax_rate_bp: _rate, discounts: _none, ...shipping } = priced(490, 0, 0, 0)
  const order = await shop.place(customer(), {
    pricing: {
      prices: 'inclusive',
      lines: [priced(2_380, 620, 1_900, 380), priced(750, 0, 700, 49)],
      shipping,
      discounts: [{ name: 'Spring', coupon: 'SPRING20', amount_minor: 620 }],
      taxes: [
        { rate_bp: 1_900, net_minor: 2_000, tax_minor: 380 },
        { rate_bp: 700, net_minor: 701, tax_minor: 49 },
        { rate_bp: 0, net_minor: 490, tax_minor: 0 },
      ],
      total_minor: 3_620,
      gift_cards: [],
      coupons: ['SPRING20'],
      to_pay_minor: 3_620,
    },
  })
  await shop.pay(order.id)
  await shop.tellPaid(order.id)
  const text = await shop.invoice(clerk, order.id)
  for (const words of [
    'Spring (SPRING20)',
    '-US$6.20',
    'Net (19 %)',
    'US$20.00',
    'Tax (7 %)',
    'US$0.49',
    'US$36.20',
  ])
    expect(text).toContain(words)
  await shop.tellRefunded(order.id, 1_810, 1_810)
  const { documents } = await shop.get(clerk, order.id)
  const credit = await shop.paper(clerk, order.id, documents[1]!.id)
  for (const words of ['Net (19 %)', 'US$10.00', 'US$1.90', 'US$18.10']) expect(credit).toContain(words)
})
