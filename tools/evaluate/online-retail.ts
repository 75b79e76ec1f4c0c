import { benchData } from '../../bench/data.ts'
import { readRecords } from '../../apps/server/catalog-import/read-records.ts'
import { textOf } from '../../apps/server/catalog-import/record.ts'
import type { History } from '../../modules/recommendations/domain/basket.ts'

const FILE = 'orders-online-retail/online_retail.csv.gz'
const DAY = 86_400_000

/** Purchases of known customers, items numbered in the order they are met. */
export type Purchases = { readonly histories: History[]; readonly itemCount: number }

/**
 * The histories of UCI Online Retail by the protocol of the data's README: without lines that have no customer, are
 * cancelled, have no quantity or price above zero, or a stock code that does not begin with five digits.
 */
export async function readPurchases(): Promise<Purchases> {
  const numbers = new Map<string, number>()
  const invoices = new Map<string, { customer: string; at: number; items: Set<number> }>()
  for await (const read of readRecords(benchData(FILE)).records) {
    if (!('record' in read)) continue
    const [invoice = '', code = '', quantity, date = '', price, customer = ''] = [
      'InvoiceNo',
      'StockCode',
      'Quantity',
      'InvoiceDate',
      'UnitPrice',
      'CustomerID',
    ].map((column) => textOf(read.record, column))
    const sold = customer !== '' && !invoice.startsWith('C') && Number(quantity) > 0 && Number(price) > 0
    if (!sold || !/^\d{5}/.test(code)) continue
    const basket = invoices.get(invoice) ?? { customer, at: Date.parse(date) / DAY, items: new Set() }
    invoices.set(invoice, basket)
    basket.items.add(numbers.get(code) ?? numbers.size)
    if (!numbers.has(code)) numbers.set(code, numbers.size)
  }
  const byTime = [...invoices].sort(([a, x], [b, y]) => x.at - y.at || (a < b ? -1 : 1))
  const customers = Map.groupBy(byTime, ([, basket]) => basket.customer)
  const histories = Array.from(customers.values(), (baskets) =>
    baskets.map(([, { at, items }]) => ({ at, items: [...items] })),
  )
  return { histories, itemCount: numbers.size }
}
