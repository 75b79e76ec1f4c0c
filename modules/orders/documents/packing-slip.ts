import type { Sheet } from '@rampart/platform/pdf/sheet.ts'
import { type PaperOrder, type Slip, slipsOf } from '../domain/papers.ts'
import { addressText } from './address-text.ts'
import { dayText, type Language, wordsIn } from './words.ts'

/** A page for each parcel of some orders: what lies in it and where it goes. No prices: it may be a gift. */
export function drawPackingSlips(
  sheet: Sheet,
  orders: readonly PaperOrder[],
  shop: string,
  language: Language,
): void {
  const slips = orders.flatMap((order) => slipsOf(order).map((slip) => ({ order, slip })))
  slips.forEach(({ order, slip }, index) => {
    if (index > 0) sheet.nextPage()
    drawSlip(sheet, order, slip, shop, language)
  })
}

function drawSlip(sheet: Sheet, order: PaperOrder, slip: Slip, shop: string, language: Language): void {
  const words = wordsIn[language]
  sheet.text(shop, { bold: true, size: 13 })
  sheet.space(20)
  sheet.beside(addressText(order.shipping_address, language), [
    `${words.order}: ${order.number}`,
    `${words.ordered}: ${dayText(order.placed_at, language)}`,
    `${words.method}: ${order.method}`,
    ...(slip.shipment === null ? [] : [`${words.shipment}: ${String(slip.shipment)}`]),
  ])
  sheet.space(20)
  sheet.text(words.packingSlip, { bold: true, size: 15 })
  sheet.space(10)
  sheet.table(
    [
      { label: words.quantity, share: 0.12, end: true },
      { label: words.item, share: 0.6 },
      { label: 'SKU', share: 0.28 },
    ],
    slip.lines.map(({ quantity, name, options, sku }) => [
      String(quantity),
      [name, ...Object.values(options)].join(', '),
      sku,
    ]),
  )
  if (order.note !== null && order.note !== '') sheet.text(`${words.note}: ${order.note}`)
}
