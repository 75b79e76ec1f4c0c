import { type Catalog, catalog } from '@rampart/contracts/catalog.ts'
import type { InputOf } from '@rampart/platform/contract/define-contract.ts'
import { minorFrom } from '@rampart/platform/contract/fields.ts'
import { toMoney } from '@rampart/platform/money/money.ts'
import { mapAttributes } from './map-attributes.ts'
import { categoryReader } from './map-category.ts'
import type { Mapping } from './mapping.ts'
import { type FileRecord, shortened, textOf } from './record.ts'

export type ImportRow = InputOf<Catalog, 'importProducts'>['rows'][number]

export type Mapped = { readonly row: ImportRow } | { readonly reason: string }

const Row = catalog.operations.importProducts.input.shape.rows.element
const MAX_NAME = 200
const MAX_SUMMARY = 200
const MAX_DESCRIPTION = 20_000

/** Makes import rows of records by a mapping, and says why where it cannot. Prices are in the shop's currency. */
export function recordMapper(
  mapping: Mapping,
  currency: string,
): (line: number, record: FileRecord) => Mapped {
  const categoryOf = categoryReader(mapping)
  return (line, record) => {
    const { attributes, problem } = mapAttributes(record, mapping)
    if (problem !== null) return { reason: problem }
    const quantity = readQuantity(record, mapping)
    if (quantity === null) return { reason: `${mapping.quantity.column ?? ''} is not a number of pieces.` }
    const price = readPrice(record, mapping.price, currency)
    if (price === null) return { reason: `${mapping.price.column} is not a price in ${currency}.` }
    const compare = mapping.compare_at_price
    const compareAt =
      compare === undefined || textOf(record, compare.column) === ''
        ? undefined
        : readPrice(record, compare, currency)
    if (compareAt === null) return { reason: `${compare?.column ?? ''} is not a price in ${currency}.` }
    const row: ImportRow = {
      line,
      name: shortened(textOf(record, mapping.name), MAX_NAME),
      status: mapping.status,
      attributes,
      variants: [
        {
          sku: readSku(record, mapping.sku),
          price,
          quantity,
          ...(compareAt && { compare_at_price: compareAt }),
        },
      ],
      ...optionalFields(record, mapping),
    }
    const path = categoryOf(record)
    if (path !== undefined) row.category_path = path
    return checked(row)
  }
}

function optionalFields(
  record: FileRecord,
  { slug, brand, summary, description }: Mapping,
): Partial<ImportRow> {
  const fields: Partial<ImportRow> = {}
  const text = {
    slug: textOf(record, slug),
    summary: textOf(record, summary),
    description: textOf(record, description),
  }
  if (text.slug !== '') fields.slug = text.slug
  if (summary !== undefined) fields.summary = shortened(text.summary, MAX_SUMMARY)
  if (description !== undefined) fields.description = shortened(text.description, MAX_DESCRIPTION)
  if (brand !== undefined) fields.brand = shortened(textOf(record, brand), 80)
  return fields
}

/** One bad row would refuse the whole call; so each is checked alone. */
export function checked(row: ImportRow): Mapped {
  const parsed = Row.safeParse(row)
  if (parsed.success) return { row }
  const [issue] = parsed.error.issues
  return { reason: `${issue?.path.join('.') || 'row'}: ${issue?.message ?? 'not valid'}` }
}

function readSku(record: FileRecord, sku: string): string {
  if (!sku.includes('{')) return textOf(record, sku)
  return sku.replace(/\{([^{}]+)\}/g, (_, column: string) => textOf(record, column))
}

function readPrice(record: FileRecord, { column, unit }: Mapping['price'], currency: string) {
  const text = textOf(record, column)
  if (unit === 'decimal') {
    const minor = minorFrom({ amount: text, currency: null }, currency)
    return minor === null || minor < 0 ? null : toMoney(minor, currency)
  }
  return /^\d{1,12}$/.test(text) ? toMoney(Number(text), currency) : null
}

function readQuantity(record: FileRecord, { quantity }: Mapping): number | null {
  const text = textOf(record, quantity.column)
  if (text === '') return quantity.default
  return /^\d{1,7}$/.test(text) ? Number(text) : null
}
