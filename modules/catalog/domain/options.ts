import type { Option } from './product.ts'

type WithOptions = { readonly options: Readonly<Record<string, string>> }

/** Options as the variants use them, in the order in which they first appear. */
export function optionsOf(variants: readonly WithOptions[]): Option[] {
  const found = new Map<string, Set<string>>()
  for (const { options } of variants) {
    for (const [name, value] of Object.entries(options)) {
      const values = found.get(name) ?? new Set<string>()
      found.set(name, values.add(value))
    }
  }
  return [...found].map(([name, values]) => ({ name, values: [...values] }))
}

/** Whether each variant has one known value of each option, and no two the same. */
export function optionsFit(options: readonly Option[], variants: readonly WithOptions[]): boolean {
  if (new Set(options.map((option) => option.name)).size !== options.length) return false
  const seen = new Set<string>()
  for (const variant of variants) {
    if (Object.keys(variant.options).length !== options.length) return false
    const values = options.map(({ name }) =>
      Object.hasOwn(variant.options, name) ? variant.options[name] : undefined,
    )
    if (!values.every((value, index) => value !== undefined && options[index]?.values.includes(value)))
      return false
    seen.add(JSON.stringify(values))
  }
  return seen.size === variants.length
}
