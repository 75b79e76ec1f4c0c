import type { Sheet } from '@rampart/platform/pdf/sheet.ts'
import { type PaperOrder, picksOf } from '../domain/papers.ts'
import { type Language, wordsIn } from './words.ts'

/** What to fetch from the shelves for some orders, by article number. */
export function drawPickList(sheet: Sheet, orders: readonly PaperOrder[], language: Language): void {
  const words = wordsIn[language]
  const picks = picksOf(orders)
  sheet.text(words.pickList, { bold: true, size: 15 })
  sheet.text(`${words.orders}: ${orders.map(({ number }) => number).join(', ')}`, { quiet: true })
  sheet.space(12)
  if (picks.length === 0) {
    sheet.text(words.nothingLeft)
    return
  }
  sheet.table(
    [
      { label: 'SKU', share: 0.2 },
      { label: words.item, share: 0.42 },
      { label: words.quantity, share: 0.12, end: true },
      { label: words.order, share: 0.26, end: true },
    ],
    picks.map(({ sku, name, options, quantity, orders: numbers }) => [
      sku,
      [name, ...Object.values(options)].join(', '),
      String(quantity),
      numbers.join(', '),
    ]),
  )
}
