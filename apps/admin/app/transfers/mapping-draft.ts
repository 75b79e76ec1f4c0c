import type { FileMapping, Transfer } from './transfers-query.ts'

/** What, beside name and SKU, is taken over as it stands in its column. */
const texts = [
  'brand',
  'summary',
  'description',
  'slug',
  'type',
  'tags',
  'seo_title',
  'seo_description',
] as const

export const fields = ['name', 'sku', 'price', 'compare_at_price', 'quantity', 'category', ...texts] as const

export type Field = (typeof fields)[number]
/** What a column is read as; '': it is left out. */
export type Use = Field | 'attribute' | ''

export type MappingDraft = {
  readonly uses: Readonly<Record<string, Use>>
  readonly unit: 'decimal' | 'minor'
  readonly separator: string
  readonly status: 'draft' | 'published' | 'archived'
}

const PREFIX = 'attribute:'

/** What a transfer says of its columns, to be changed. */
export function draftOf({ columns, mapping }: Pick<Transfer, 'columns' | 'mapping'>): MappingDraft {
  const category = mapping?.category
  return {
    uses: Object.fromEntries(
      columns.map(({ name, field }) => [
        name,
        mapping === null ? (field ?? plain(name)) : useOf(mapping, name),
      ]),
    ),
    unit: mapping?.price.unit ?? 'decimal',
    separator: category !== undefined && 'column' in category ? category.separator : '>',
    status: mapping?.status ?? 'published',
  }
}

const plain = (name: string): Use => (name.startsWith(PREFIX) ? 'attribute' : '')

function useOf(mapping: NonNullable<Transfer['mapping']>, column: string): Use {
  const { category, price, compare_at_price, quantity, attributes } = mapping
  if (price.column === column) return 'price'
  if (compare_at_price?.column === column) return 'compare_at_price'
  if (quantity.column === column) return 'quantity'
  if (category !== undefined && 'column' in category && category.column === column) return 'category'
  const text = (['name', 'sku', ...texts] as const).find((field) => mapping[field] === column)
  if (text !== undefined) return text
  const isAttribute =
    Object.hasOwn(attributes.columns, column) ||
    attributes.prefixes.some(({ prefix }) => column.startsWith(prefix))
  return isAttribute ? 'attribute' : ''
}

/** What a draft lacks to be read by. */
export function missingIn({ uses }: MappingDraft): Field[] {
  const used = new Set(Object.values(uses))
  return (['name', 'sku', 'price'] as const).filter((field) => !used.has(field))
}

/** The mapping that a draft says; null while name, SKU or price is missing. */
export function mappingOf({ uses, unit, separator, status }: MappingDraft): FileMapping | null {
  const columnOf = (field: Field): string | undefined =>
    Object.entries(uses).find(([, use]) => use === field)?.[0]
  const [name, sku, price] = [columnOf('name'), columnOf('sku'), columnOf('price')]
  if (name === undefined || sku === undefined || price === undefined) return null
  const [compare, quantity, category] = [
    columnOf('compare_at_price'),
    columnOf('quantity'),
    columnOf('category'),
  ]
  const taken = texts.flatMap((field) => {
    const column = columnOf(field)
    return column === undefined ? [] : [[field, column] as const]
  })
  const attributes = Object.entries(uses).flatMap(([column, use]) =>
    use === 'attribute'
      ? [
          [
            column,
            { name: (column.startsWith(PREFIX) ? column.slice(PREFIX.length) : column).slice(0, 80) },
          ] as const,
        ]
      : [],
  )
  return {
    name,
    sku,
    price: { column: price, unit },
    status,
    ...Object.fromEntries(taken),
    ...(compare === undefined ? {} : { compare_at_price: { column: compare, unit } }),
    ...(quantity === undefined ? {} : { quantity: { column: quantity, default: 0 } }),
    ...(category === undefined ? {} : { category: { column: category, separator: separator || '>' } }),
    attributes: { columns: Object.fromEntries(attributes) },
  }
}
