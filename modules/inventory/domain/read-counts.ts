/** A line of an uploaded count; what is null could not be read. */
export type CountLine = { readonly line: number; readonly sku: string; readonly counted: number | null }

/** A line of CSV and the values of its columns. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] }

const COUNT_COLUMNS = ['counted', 'count', 'quantity', 'on_hand']
const MOST = 1_000_000

/** Reads counts from rows of which the first names the columns; null when it names no `sku` or no count. */
export function readCounts(rows: readonly CsvRow[]): CountLine[] | null {
  const [head, ...body] = rows
  const names = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? []
  const sku = names.indexOf('sku')
  const count = names.findIndex((name) => COUNT_COLUMNS.includes(name))
  if (sku < 0 || count < 0) return null
  return body.map(({ line, cells }) => ({
    line,
    sku: (cells[sku] ?? '').trim().slice(0, 200),
    counted: readCount((cells[count] ?? '').trim()),
  }))
}

function readCount(text: string): number | null {
  const pieces = Number(text)
  return /^\d{1,7}$/.test(text) && pieces <= MOST ? pieces : null
}
