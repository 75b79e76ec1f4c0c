import { plainText } from './plain-text.ts'
import type { Attribute } from './product.ts'

type NamedValue = { readonly name: string; readonly value: string | number | boolean }

const MAX_FILTERED_LENGTH = 120

/** What filters call an attribute: 'Weight (g)' → 'weight_g'. */
export function attributeKey(name: string): string {
  const key = plainText(name)
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
  return key === '' ? 'attribute' : key
}

/** Attributes with their keys. Of two with one key the later holds. */
export function keyedAttributes(attributes: readonly NamedValue[]): Attribute[] {
  const byKey = new Map<string, Attribute>()
  for (const { name, value } of attributes) {
    const key = attributeKey(name)
    byKey.set(key, { key, name, value })
  }
  return [...byKey.values()]
}

/** Attributes in the order that a product has them in; what is new to it follows. A file's columns have an order of their own. */
export function inOrderOf(present: readonly Attribute[], given: readonly Attribute[]): Attribute[] {
  const places = new Map(present.map(({ key }, place) => [key, place]))
  const placeOf = ({ key }: Attribute): number => places.get(key) ?? present.length
  return [...given].sort((a, b) => placeOf(a) - placeOf(b))
}

/** What filters compare: a text for all, and a number for numbers. */
export type FilterValue = { key: string; text_value: string; number_value: number | null }

/** The attributes that can be filtered by. Long texts cannot. */
export function filterValues(attributes: readonly Attribute[]): FilterValue[] {
  return attributes.flatMap(({ key, value }): FilterValue[] => {
    if (typeof value === 'number') return [{ key, text_value: String(value), number_value: value }]
    const text = String(value)
    return text.length > MAX_FILTERED_LENGTH ? [] : [{ key, text_value: text, number_value: null }]
  })
}
