import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import { joinCell, safeCell } from './cells.ts'

export type ExportRow = OutputOf<Catalog, 'exportProducts'>['rows'][number]

/** Tells a sheet that was exported here from any other: whose product a line is about. */
export const PRODUCT_COLUMN = 'rampart_product'

/** What a line of JSONL says about itself. */
export const JSON_FORMAT = 'rampart-product-1'

export const OPTION_NUMBERS = [1, 2, 3] as const

export const ATTRIBUTE = /^attribute:(text|number|yesno):(.+)$/s

type Attribute = ExportRow['attributes'][number]

const kinds = { string: 'text', number: 'number', boolean: 'yesno' } as const

function columnOf({ name, value }: Attribute): string {
  return `attribute:${kinds[typeof value as keyof typeof kinds]}:${name}`
}

/** The columns that attributes of these products need: one for each name and type. */
export function attributeColumns(rows: readonly ExportRow[]): string[] {
  return rows.flatMap(({ attributes }) => attributes.map(columnOf))
}

/** The heading of a sheet. */
export function heading(attributes: Iterable<string>): string[] {
  return [
    ...[PRODUCT_COLUMN, 'name', 'slug', 'status', 'brand', 'summary', 'description', 'category'],
    ...OPTION_NUMBERS.flatMap((number) => [`option${number}_name`, `option${number}_choices`]),
    ...['sku', ...OPTION_NUMBERS.map((number) => `option${number}`)],
    ...['price', 'compare_at_price', 'quantity'],
    ...attributes,
  ]
}

/** The lines of a product: one for each variant, what is true of all of them on the first. */
export function sheetLines(row: ExportRow): Record<string, string>[] {
  return row.variants.map((variant, index) => {
    const line: Record<string, string> = {
      [PRODUCT_COLUMN]: row.slug,
      sku: variant.sku,
      price: variant.price.amount,
      compare_at_price: variant.compare_at_price?.amount ?? '',
      quantity: String(variant.quantity),
      ...(index === 0 ? productCells(row) : {}),
    }
    for (const number of OPTION_NUMBERS) {
      const option = row.options[number - 1]
      if (option !== undefined) line[`option${number}`] = variant.options[option.name] ?? ''
    }
    return Object.fromEntries(Object.entries(line).map(([column, text]) => [column, safeCell(text)]))
  })
}

function productCells(row: ExportRow): Record<string, string> {
  const { name, slug, status, brand, summary, description, category_path, options, attributes } = row
  const cells: Record<string, string> = {
    ...{ name, slug, status, brand: brand ?? '', summary, description },
    category: joinCell(category_path, '>'),
  }
  for (const [index, option] of options.entries()) {
    cells[`option${index + 1}_name`] = option.name
    cells[`option${index + 1}_choices`] = joinCell(option.values, '|')
  }
  for (const attribute of attributes) cells[columnOf(attribute)] = String(attribute.value)
  return cells
}
