import { readNumberCell, splitCell } from '../catalog-export/cells.ts'
import { ATTRIBUTE, JSON_FORMAT, OPTION_NUMBERS, PRICE_IN } from '../catalog-export/sheet.ts'
import { checked, type ImportRow, type Mapped } from './map-record.ts'
import { LINES, type OwnRecord } from './own-records.ts'
import { readAmount } from './read-amount.ts'
import { columnsIn, type FileRecord, hasColumn } from './record.ts'

type Attribute = NonNullable<ImportRow['attributes']>[number]
type Wrong = Extract<Mapped, { reason: string }>

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
  return checked({ ...row, line } as ImportRow)
}

/** Reads a product as `catalog export` writes it to a sheet. What a column was taken out of stays as it is. */
export function mapOwnSheet(line: number, record: OwnRecord): Mapped {
  const attributes: Attribute[] = []
  const { hasAttributes, currencies } = kindsIn(record)
  for (const column of Object.keys(record)) {
    const read = readAttribute(column, text(record, column))
    if (read === null) continue
    if ('reason' in read) return read
    attributes.push(read)
  }
  const names = OPTION_NUMBERS.map((number) => text(record, `option${number}_name`))
  const path = splitCell(text(record, 'category'), '>')
  const given = (column: string): Record<string, string> =>
    hasColumn(record, column) ? { [column]: text(record, column) } : {}
  return checked({
    line,
    name: text(record, 'name'),
    // An empty cell is refused with the others that cannot be read.
    status: text(record, 'status') as 'published',
    ...given('slug'),
    ...given('brand'),
    ...given('summary'),
    ...given('description'),
    ...given('type'),
    ...given('seo_title'),
    ...given('seo_description'),
    ...(hasColumn(record, 'tags') ? { tags: splitCell(text(record, 'tags'), '|') } : {}),
    ...(hasColumn(record, 'pictures')
      ? { pictures: splitCell(text(record, 'pictures'), '|').map(pictureOf) }
      : {}),
    ...(path.length > 0 ? { category_path: path } : {}),
    ...(hasAttributes ? { attributes } : {}),
    options: OPTION_NUMBERS.flatMap((number, index) =>
      names[index]
        ? [{ name: names[index], values: splitCell(text(record, `option${number}_choices`), '|') }]
        : [],
    ),
    variants: record[LINES].map((each) => readVariant(each, names, currencies)),
  })
}

type Kinds = { readonly hasAttributes: boolean; readonly currencies: readonly string[] }

const kindsOf = new WeakMap<Iterable<string>, Kinds>()

/** What its columns say of a whole sheet: looked for once, for there may be thousands of them. */
function kindsIn(record: FileRecord): Kinds {
  const columns = columnsIn(record)
  const known = kindsOf.get(columns)
  if (known !== undefined) return known
  const names = [...columns]
  const currencies = names.flatMap((column) => {
    const [, kind, currency] = PRICE_IN.exec(column) ?? []
    return kind === 'price' && currency !== undefined ? [currency] : []
  })
  const kinds = { hasAttributes: names.some((column) => ATTRIBUTE.test(column)), currencies }
  kindsOf.set(columns, kinds)
  return kinds
}

function readVariant(
  record: FileRecord,
  names: readonly string[],
  currencies: readonly string[],
): ImportRow['variants'][number] {
  const quantity = text(record, 'quantity')
  // Sheets of earlier versions do not say: theirs are in the shop's.
  const currency = text(record, 'currency')
  const moneyOf = (amount: string) => (currency === '' ? amount : { amount, currency })
  const compare = readAmount(text(record, 'compare_at_price'))
  return {
    sku: text(record, 'sku'),
    options: Object.fromEntries(
      OPTION_NUMBERS.flatMap((number, index) =>
        names[index] ? [[names[index], text(record, `option${number}`)]] : [],
      ),
    ),
    price: moneyOf(readAmount(text(record, 'price'))),
    compare_at_price: compare === '' ? null : moneyOf(compare),
    ...(currencies.length > 0 ? { prices: currencies.flatMap((currency) => priceIn(record, currency)) } : {}),
    quantity: /^\d{1,7}$/.test(quantity) ? Number(quantity) : 0,
  }
}

function priceIn(record: FileRecord, currency: string) {
  const amount = readAmount(text(record, `price:${currency}`))
  const compare = readAmount(text(record, `compare_at_price:${currency}`))
  if (amount === '') return []
  return [
    { price: { amount, currency }, compare_at_price: compare === '' ? null : { amount: compare, currency } },
  ]
}

function pictureOf(cell: string): { id: string; alt: string } {
  const [id = '', ...alt] = cell.split(' ')
  return { id, alt: alt.join(' ') }
}

/** An attribute of a cell; null when the cell is none. */
function readAttribute(column: string, cell: string): Attribute | Wrong | null {
  const [, kind, name] = ATTRIBUTE.exec(column) ?? []
  if (name === undefined || cell === '') return null
  if (kind === 'text') return { name, value: cell }
  if (kind === 'number') {
    const value = readNumberCell(cell)
    return value === null
      ? { reason: `${column} is not a number.`, code: 'not_a_number', column }
      : { name, value }
  }
  // Spreadsheets write TRUE, or WAHR.
  const word = cell.toLowerCase()
  if (word === 'true' || word === 'wahr') return { name, value: true }
  if (word === 'false' || word === 'falsch') return { name, value: false }
  return { reason: `${column} is neither true nor false.`, code: 'not_yes_or_no', column }
}
