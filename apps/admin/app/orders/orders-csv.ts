import type { OrderSummary } from '../api.ts'

const columns = [
  ['number', (order) => order.number],
  ['placed_at', (order) => order.placed_at],
  ['status', (order) => order.status],
  ['fulfilment', (order) => order.fulfilment],
  ['payment_status', (order) => order.payment_status],
  ['full_name', (order) => order.full_name],
  ['email', (order) => order.email],
  ['item_count', (order) => String(order.item_count)],
  ['total', (order) => order.total.amount],
  ['currency', (order) => order.total.currency],
] as const satisfies readonly (readonly [string, (order: OrderSummary) => string])[]

/** A cell that no spreadsheet takes for a formula, whatever somebody gave as their name. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Orders as a CSV file, with the names of the API as its head. */
export function ordersCsv(orders: readonly OrderSummary[]): string {
  const rows = orders.map((order) => columns.map(([, valueOf]) => cell(valueOf(order))).join(','))
  return [columns.map(([name]) => name).join(','), ...rows, ''].join('\r\n')
}
