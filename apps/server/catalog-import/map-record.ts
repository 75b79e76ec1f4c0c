import type { z } from 'zod'
import { type Catalog, catalog } from '@rampart/contracts/catalog.ts'
import type { RefusalCode } from '@rampart/contracts/catalog/transfers.ts'
import type { InputOf } from '@rampart/platform/contract/define-contract.ts'
import { minorFrom } from '@rampart/platform/contract/fields.ts'
import { toMoney } from '@rampart/platform/money/money.ts'
import { mapAttributes } from './map-attributes.ts'
import { categoryReader } from './map-category.ts'
import type { Mapping } from './mapping.ts'
import { readAmount } from './read-amount.ts'
import { type FileRecord, shortened, textOf } from './record.ts'

export type ImportRow = InputOf<Catalog, 'importProducts'>['rows'][number]

/** A row, or why there is none: of what kind that is, and in which column or field it stands. */
export type Mapped =
  | { readonly row: ImportRow }
  | {
      readonly reason: string
      readonly code: z.output<typeof RefusalCode>
      readonly column?: string | undefined
      readonly field?: string | undefined
    }

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
  const amount = (column: string): Mapped => ({
    reason: `${column} is not a price in ${currency}.`,
    code: 'not_a_price',
    column,
  })
  return (line, record) => {
    const { attributes, problem } = mapAttributes(record, mapping)
    if (problem !== null) return problem
    const quantity = readQuantity(record, mapping)
    if (quantity === null) {
      const column = mapping.quantity.column ?? ''
      return { reason: `${column} is not a number of pieces.`, code: 'not_a_number', column }
    }
    const price = readPrice(record, mapping.price, currency)
    if (price === null) return amount(mapping.price.column)
    const compare = mapping.compare_at_price
    const compareAt =
      compare === undefined || textOf(record, compare.column) === ''
        ? undefined
        : readPrice(record, compare, currency)
    if (compareAt === null) return amount(compare?.column ?? '')
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

/** In which columns the fields of a row stand, for those that stand in one. */
export function columnsOfFields(mapping: Mapping): Record<string, string> {
  const { price, compare_at_price, quantity, category } = mapping
  const { name, sku, slug, brand, summary, description, type, seo_title, seo_description, tags } = mapping
  const texts = { name, sku, slug, brand, summary, description, type, seo_title, seo_description, tags }
  return Object.fromEntries(
    Object.entries({
      ...texts,
      price: price.column,
      compare_at_price: compare_at_price?.column,
      quantity: quantity.column,
      category: category !== undefined && 'column' in category ? category.column : undefined,
    }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

function optionalFields(record: FileRecord, mapping: Mapping): Partial<ImportRow> {
  const { slug, brand, summary, description, type, seo_title, seo_description, tags } = mapping
  const fields: Partial<ImportRow> = {}
  const text = (column: string | undefined): string => textOf(record, column)
  if (text(slug) !== '') fields.slug = text(slug)
  if (summary !== undefined) fields.summary = shortened(text(summary), MAX_SUMMARY)
  if (description !== undefined) fields.description = shortened(text(description), MAX_DESCRIPTION)
  if (brand !== undefined) fields.brand = shortened(text(brand), 80)
  // What a file has nothing to say of stays as it is, as it does for the address.
  if (text(type) !== '') fields.type = text(type)
  if (text(seo_title) !== '') fields.seo_title = shortened(text(seo_title), 120)
  if (text(seo_description) !== '') fields.seo_description = shortened(text(seo_description), 320)
  if (text(tags) !== '') fields.tags = tagsOf(text(tags))
  return fields
}

function tagsOf(text: string): string[] {
  return [...new Set(text.split(',').map((tag) => tag.trim()))].filter(Boolean)
}

/** One bad row would refuse the whole call; so each is checked alone. */
export function checked(row: ImportRow): Mapped {
  const parsed = Row.safeParse(row)
  if (parsed.success) return { row }
  const [issue] = parsed.error.issues
  const path = issue?.path.map(String) ?? []
  const field =
    path[0] === 'variants' ? (path[2] ?? 'variants') : path[0] === 'category_path' ? 'category' : path[0]
  return {
    reason: `${path.join('.') || 'row'}: ${issue?.message ?? 'not valid'}`,
    code: codeOf(issue?.code, field),
    field,
  }
}

function codeOf(code: string | undefined, field: string | undefined): z.output<typeof RefusalCode> {
  if (field === 'price' || field === 'compare_at_price' || field === 'prices') return 'not_a_price'
  return code === 'too_small' ? 'missing' : 'invalid'
}

function readSku(record: FileRecord, sku: string): string {
  if (!sku.includes('{')) return textOf(record, sku)
  return sku.replace(/\{([^{}]+)\}/g, (_, column: string) => textOf(record, column))
}

function readPrice(record: FileRecord, { column, unit }: Mapping['price'], currency: string) {
  const text = textOf(record, column)
  if (unit === 'decimal') {
    const minor = minorFrom({ amount: readAmount(text), currency: null }, currency)
    return minor === null || minor < 0 ? null : toMoney(minor, currency)
  }
  return /^\d{1,12}$/.test(text) ? toMoney(Number(text), currency) : null
}

function readQuantity(record: FileRecord, { quantity }: Mapping): number | null {
  const text = textOf(record, quantity.column)
  if (text === '') return quantity.default
  return /^\d{1,7}$/.test(text) ? Number(text) : null
}
