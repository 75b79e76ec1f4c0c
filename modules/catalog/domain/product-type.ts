import type { Attribute, Product } from './product.ts'

export type TypeAttribute = {
  readonly key: string
  readonly name: string
  readonly kind: 'text' | 'number' | 'boolean' | 'choice'
  readonly unit: string
  readonly required: boolean
  readonly choices: readonly string[]
}

/** Whether these can be the attributes of a type: each by a key of its own, choices and units where they belong. */
export function isSoundType(attributes: readonly TypeAttribute[]): boolean {
  return (
    new Set(attributes.map(({ key }) => key)).size === attributes.length &&
    attributes.every(
      ({ kind, unit, choices }) =>
        (kind === 'choice') === choices.length > 0 && (unit === '' || kind === 'number'),
    )
  )
}

/**
 * Why a product does not fit its type, in words; null when it does. What is required may be missing while it is not
 * published. Attributes that the type does not name may be anything.
 */
export function misfit(
  { attributes, status }: Pick<Product, 'attributes' | 'status'>,
  type: readonly TypeAttribute[],
): string | null {
  const values = new Map(attributes.map(({ key, value }) => [key, value]))
  for (const { key, name, kind, required, choices } of type) {
    const value = values.get(key)
    if (value === undefined) {
      if (required && status === 'published') return `${name} is missing.`
      continue
    }
    if (kind === 'choice') {
      if (!choices.some((choice) => choice === value)) return `${name} is one of: ${choices.join(', ')}.`
    } else if (typeof value !== (kind === 'text' ? 'string' : kind)) {
      return `${name} must be ${words[kind]}.`
    }
  }
  return null
}

const words = { text: 'a text', number: 'a number', boolean: 'yes or no' } as const

/** Attributes with the units that the type has for them. */
export function withUnits(attributes: readonly Attribute[], type: readonly TypeAttribute[]): Attribute[] {
  const units = new Map(type.map(({ key, unit }) => [key, unit]))
  return attributes.map(({ key, name, value }) => {
    const unit = units.get(key) ?? ''
    return { key, name, value, ...(unit === '' ? {} : { unit }) }
  })
}
