import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import { joinCell, numberCell, safeCell } from './cells.ts'

export type ExportRow = OutputOf<Catalog, 'exportProducts'>['rows'][number]

/** Tells a sheet that was exported here from any other: whose product a line is about. */
export const PRODUCT_COLUMN = 'rampart_product'

/** What a line of JSONL says about itself. */
export const JSON_FORMAT = 'rampart-product-1'

export const OPTION_NUMBERS = [1, 2, 3] as const

export const ATTRIBUTE = /^attribute:(text|number|yesno):(.+)$/s

/** Columns of prices in currencies that are not the product's own. */
export const PRICE_IN = /^(price|compare_at_price):([A-Z]{3})$/

type Attribute = ExportRow['attributes'][number]

const kinds = { string: 'text', number: 'number', boolean: 'yesno' } as const

/** The column of an attribute: one for each name and type. A file cannot tell how lines end within a name. */
export function attributeColumn(name: string, type: keyof typeof kinds): string {
  return `attribute:${kinds[type]}:${name.replace(/\r\n?/g, '\n')}`
}

const columnOf = ({ name, value }: Attribute): string =>
  attributeColumn(name, typeof value as keyof typeof kinds)

/** The columns that attributes of these products need. */
export function attributeColumns(rows: readonly ExportRow[]): string[] {
  return rows.flatMap(({ attributes }) => attributes.map(columnOf))
}

/** The currencies beside their own that these products have prices in. */
export function currenciesIn(rows: readonly ExportRow[]): string[] {
  return rows.flatMap(({ variants }) =>
    variants.flatMap(({ prices }) => prices.map(({ price }) => price.currency)),
  )
}

/** The heading of a sheet. */
export function heading(attributes: Iterable<string>, currencies: Iterable<string>): string[] {
  return [
    ...[
      PRODUCT_COLUMN,
      'name',
      'slug',
      'status',
      'brand',
      'summary',
      'description',
      'category',
      'type',
      'tags',
    ],
    ...['seo_title', 'seo_description', 'pictures'],
    ...OPTION_NUMBERS.flatMap((number) => [`option${number}_name`, `option${number}_choices`]),
    ...['sku', ...OPTION_NUMBERS.map((number) => `option${number}`)],
    ...['price', 'compare_at_price', 'currency', 'quantity'],
    ...[...currencies].flatMap((currency) => [`price:${currency}`, `compare_at_price:${currency}`]),
    ...new Set(attributes),
  ]
}

/** The lines of a product: one for each variant, what is true of all of them on the first. */
export function sheetLines(row: ExportRow): Record<string, string>[] {
  return row.variants.map((variant, index) => {
    const texts: Record<string, string> = {
      [PRODUCT_COLUMN]: row.slug,
      sku: variant.sku,
      ...(index === 0 ? productTexts(row) : {}),
    }
    for (const number of OPTION_NUMBERS) {
      const option = row.options[number - 1]
      if (option !== undefined) texts[`option${number}`] = variant.options[option.name] ?? ''
    }
    const line = Object.fromEntries(Object.entries(texts).map(([column, text]) => [column, safeCell(text)]))
    return { ...line, ...numberCells(variant), ...(index === 0 ? attributeCells(row) : {}) }
  })
}

function productTexts(row: ExportRow): Record<string, string> {
  const { name, slug, status, brand, summary, description, category_path, type, tags, options } = row
  const cells: Record<string, string> = {
    ...{ name, slug, status, brand: brand ?? '', summary, description, type: type ?? '' },
    ...{ seo_title: row.seo_title, seo_description: row.seo_description },
    category: joinCell(category_path, '>'),
    tags: joinCell(tags, '|'),
    pictures: joinCell(
      row.pictures.map(({ id, alt }) => `${id} ${alt}`.trim()),
      '|',
    ),
  }
  for (const [index, option] of options.entries()) {
    cells[`option${index + 1}_name`] = option.name
    cells[`option${index + 1}_choices`] = joinCell(option.values, '|')
  }
  return cells
}

function numberCells(variant: ExportRow['variants'][number]): Record<string, string> {
  const cells: Record<string, string> = {
    price: variant.price.amount,
    compare_at_price: variant.compare_at_price?.amount ?? '',
    currency: variant.price.currency,
    quantity: String(variant.quantity),
  }
  for (const { price, compare_at_price } of variant.prices) {
    cells[`price:${price.currency}`] = price.amount
    cells[`compare_at_price:${price.currency}`] = compare_at_price?.amount ?? ''
  }
  return cells
}

function attributeCells({ attributes }: ExportRow): Record<string, string> {
  return Object.fromEntries(
    attributes.map((attribute) => {
      const { value } = attribute
      if (typeof value === 'number') return [columnOf(attribute), numberCell(value)]
      return [columnOf(attribute), typeof value === 'boolean' ? String(value) : safeCell(value)]
    }),
  )
}
