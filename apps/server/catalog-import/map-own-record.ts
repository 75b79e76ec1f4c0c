import { splitCell } from '../catalog-export/cells.ts'
import { ATTRIBUTE, JSON_FORMAT, OPTION_NUMBERS } from '../catalog-export/sheet.ts'
import { checked, type ImportRow, type Mapped } from './map-record.ts'
import { LINES, type OwnRecord } from './own-records.ts'
import type { FileRecord } from './record.ts'

type Attribute = NonNullable<ImportRow['attributes']>[number]

const text = (record: FileRecord, column: string): string => {
  const cell = record[column]
  return typeof cell === 'string' ? cell : ''
}

/** Whether a record is a product of a JSONL file that was exported here. */
export function isOwnJson(record: FileRecord): boolean {
  return record['format'] === JSON_FORMAT
}

/** Reads a product as `catalog export` writes it to JSONL. */
export function mapOwnJson(line: number, { format: _, ...product }: FileRecord): Mapped {
  const path = product['category_path']
  const { category_path: __, ...rest } = product
  const row = Array.isArray(path) && path.length > 0 ? product : rest
  return checked({ line, ...row } as ImportRow)
}

/** Reads a product as `catalog export` writes it to a sheet. */
export function mapOwnSheet(line: number, record: OwnRecord): Mapped {
  const attributes: Attribute[] = []
  for (const column of Object.keys(record)) {
    const read = readAttribute(column, text(record, column))
    if (read === null) continue
    if (typeof read === 'string') return { reason: read }
    attributes.push(read)
  }
  const names = OPTION_NUMBERS.map((number) => text(record, `option${number}_name`))
  const variants = record[LINES].map((each) => ({
    sku: text(each, 'sku'),
    options: Object.fromEntries(
      OPTION_NUMBERS.flatMap((number, index) =>
        names[index] ? [[names[index], text(each, `option${number}`)]] : [],
      ),
    ),
    price: text(each, 'price'),
    compare_at_price: text(each, 'compare_at_price') || null,
    quantity: /^\d{1,7}$/.test(text(each, 'quantity')) ? Number(text(each, 'quantity')) : 0,
  }))
  const path = splitCell(text(record, 'category'), '>')
  return checked({
    line,
    name: text(record, 'name'),
    slug: text(record, 'slug'),
    // An empty cell is refused with the others that cannot be read.
    status: text(record, 'status') as 'published',
    brand: text(record, 'brand'),
    summary: text(record, 'summary'),
    description: text(record, 'description'),
    ...(path.length > 0 ? { category_path: path } : {}),
    attributes,
    options: OPTION_NUMBERS.flatMap((number, index) =>
      names[index]
        ? [{ name: names[index], values: splitCell(text(record, `option${number}_choices`), '|') }]
        : [],
    ),
    variants,
  })
}

/** An attribute of a cell; null when the cell is none, a sentence when it does not hold what its column says. */
function readAttribute(column: string, cell: string): Attribute | string | null {
  const [, kind, name] = ATTRIBUTE.exec(column) ?? []
  if (name === undefined || cell === '') return null
  if (kind === 'text') return { name, value: cell }
  if (kind === 'number') {
    const value = Number(cell)
    return Number.isFinite(value) ? { name, value } : `${column} is not a number.`
  }
  // Spreadsheets write TRUE.
  const word = cell.toLowerCase()
  if (word !== 'true' && word !== 'false') return `${column} is neither true nor false.`
  return { name, value: word === 'true' }
}
