import type { Orders } from '@rampart/contracts/orders.ts'
import type { InputOf } from '@rampart/platform/contract/define-contract.ts'
import { type FileRecord, shortened, textOf } from '../catalog-import/record.ts'
import type { OrdersMapping } from './mapping.ts'

export type PastLine = InputOf<Orders, 'importPastLines'>['lines'][number]
export type Flaw = PastLine['flaws'][number]

const MAX_NAME = 300
const MAX_INVOICE = 60
const MAX_SKU = 80
const NUMBER = /^-?\d{1,9}(?:\.\d{1,6})?$/
const WHOLE = /^-?\d{1,9}(?:\.0+)?$/
const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/

/** Makes lines of records, in the order of the file: what repeats the line of the same invoice is seen only so. */
export function lineMapper(mapping: OrdersMapping) {
  let invoiceBefore = ''
  let seen = new Set<string>()
  return (line: number, record: FileRecord): { row: PastLine } | { reason: string } => {
    const of = (
      field: 'invoice' | 'sku' | 'name' | 'quantity' | 'price' | 'bought_at' | 'customer' | 'country',
    ) => textOf(record, mapping[field])
    const [invoice, sku, quantity, price] = [of('invoice'), of('sku'), of('quantity'), of('price')]
    const boughtAt = readMoment(of('bought_at'))
    if (invoice === '' || invoice.length > MAX_INVOICE) return { reason: 'There is no invoice number.' }
    if (sku === '' || sku.length > MAX_SKU) return { reason: 'There is no SKU.' }
    if (!WHOLE.test(quantity))
      return { reason: `The quantity ${JSON.stringify(quantity)} is no whole number.` }
    if (!NUMBER.test(price)) return { reason: `The price ${JSON.stringify(price)} is no number.` }
    if (boughtAt === null) return { reason: `The date ${JSON.stringify(of('bought_at'))} is none.` }
    const row = {
      ...{ line, invoice, sku, name: shortened(of('name'), MAX_NAME), quantity: Number(quantity) },
      price_milli: Math.round(Number(price) * 1_000),
      customer: shortened(withoutDecimals(of('customer')), MAX_SKU) || null,
      country: shortened(of('country'), MAX_SKU) || null,
      bought_at: boughtAt,
    }
    if (invoice !== invoiceBefore) seen = new Set()
    invoiceBefore = invoice
    const key = JSON.stringify([sku, row.quantity, row.price_milli, boughtAt])
    const repeated = seen.has(key)
    seen.add(key)
    return { row: { ...row, flaws: flawsOf(row, mapping, repeated) } }
  }
}

function flawsOf(row: Omit<PastLine, 'flaws'>, mapping: OrdersMapping, repeated: boolean): Flaw[] {
  const { cancellation_prefix: prefix, article_digits: digits = 0 } = mapping
  const cancelled = prefix !== undefined && row.invoice.startsWith(prefix)
  const isArticle = (/^\d*/.exec(row.sku)?.[0].length ?? 0) >= digits
  const found: [Flaw, boolean][] = [
    ['cancellation', cancelled],
    ['negative_quantity', row.quantity < 0 && !cancelled],
    ['zero_quantity', row.quantity === 0],
    ['zero_price', row.price_milli === 0],
    ['negative_price', row.price_milli < 0],
    ['no_customer', row.customer === null],
    ['no_name', row.name === ''],
    ['no_article', !isArticle],
    ['repeated', repeated],
  ]
  return found.filter(([, is]) => is).map(([flaw]) => flaw)
}

// Spreadsheets write the numbers of customers as 17850.0.
function withoutDecimals(text: string): string {
  return /^\d+\.0+$/.test(text) ? text.slice(0, text.indexOf('.')) : text
}

function readMoment(text: string): string | null {
  const [, day, minute = '00:00', second = ':00', zone = 'Z'] = MOMENT.exec(text) ?? []
  if (day === undefined) return null
  const moment = new Date(`${day}T${minute}${second}${zone}`)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}
