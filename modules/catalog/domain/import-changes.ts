import { toMoney } from '@rampart/platform/money/money.ts'
import type { Product, Variant } from './product.ts'

export type FieldChange = { readonly field: string; readonly before: string; readonly after: string }

const MAX_TEXT = 120

const fields = [
  'name',
  'slug',
  'status',
  'brand',
  'summary',
  'description',
  'category_id',
  'type_id',
  'seo_title',
  'seo_description',
  'tags',
  'attributes',
  'options',
  'pictures',
  'variants',
] as const

/** Whether a row says what is there already. A file cannot tell how lines end within a text. */
export function isSameProduct(before: Product, after: Product): boolean {
  return isSame(plain({ ...before, updated_at: '' }), plain({ ...after, updated_at: '' }))
}

/** The fields in which two states of a product differ, as short texts. */
export function changesOf(before: Product, after: Product, nameOf: (id: string) => string): FieldChange[] {
  return fields.flatMap((field) => {
    if (isSame(plain(before[field]), plain(after[field]))) return []
    if (field === 'variants') return variantChanges(before, after)
    const named = field.replace('_id', '')
    return [{ field: named, before: shown(field, before, nameOf), after: shown(field, after, nameOf) }]
  })
}

function variantChanges(before: Product, after: Product): FieldChange[] {
  const known = new Map(before.variants.map((variant) => [variant.id, variant]))
  const changes = after.variants.flatMap((variant): FieldChange[] => {
    const was = known.get(variant.id)
    if (was === undefined) return [{ field: 'variants', before: '', after: variant.sku }]
    const [old, now] = [amounts(was, before.currency), amounts(variant, after.currency)]
    return old === now
      ? []
      : [{ field: 'price', before: `${was.sku}: ${old}`, after: `${variant.sku}: ${now}` }]
  })
  return changes.length > 0 ? changes.slice(0, 5) : [{ field: 'variants', before: '', after: '' }]
}

type Asked = Pick<Variant, 'price_minor' | 'compare_at_minor'> & { readonly currency: string }

function amounts({ prices, ...own }: Variant, currency: string): string {
  return [{ ...own, currency }, ...prices].map(amountOf).join(', ')
}

function amountOf({ price_minor, compare_at_minor, currency }: Asked): string {
  const { amount } = toMoney(price_minor, currency)
  const struck = compare_at_minor === null ? '' : ` (${toMoney(compare_at_minor, currency).amount})`
  return `${amount} ${currency}${struck}`
}

function shown(
  field: Exclude<(typeof fields)[number], 'variants'>,
  product: Product,
  nameOf: (id: string) => string,
) {
  if (field === 'category_id' || field === 'type_id') {
    const id = product[field]
    return id === null ? '' : cut(nameOf(id))
  }
  if (field === 'tags') return cut(product.tags.join(', '))
  if (field === 'attributes')
    return cut(product.attributes.map(({ name, value: is }) => `${name}: ${is}`).join(', '))
  if (field === 'options')
    return cut(product.options.map(({ name, values }) => `${name}: ${values.join(' | ')}`).join(', '))
  if (field === 'pictures') return String(product.pictures.length)
  return cut(product[field] ?? '')
}

function cut(text: string): string {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1)}…`.toWellFormed()
}

function plain(value: unknown): unknown {
  // In the JSON, where names of options are met as well: they are keys.
  const text = JSON.stringify(value ?? null)
  return JSON.parse(text.replace(/\\\\|\\r(?:\\n)?/g, (mark) => (mark === '\\\\' ? mark : '\\n')))
}

/** Whether two values out of JSON say the same, in whatever order their keys stand. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [left, right] = [Object.entries(one), new Map(Object.entries(other))]
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)))
  )
}
