/** One attribute that a result is narrowed by: any of its values, or any of its ranges, will do. */
export type AttributeFilter = {
  readonly key: string
  readonly values: readonly string[]
  /** Both ends included; null is open. */
  readonly ranges: readonly { readonly min: number | null; readonly max: number | null }[]
}

const NUMBER = '-?\\d{1,15}(?:\\.\\d{1,10})?'
const RANGE = new RegExp(`^(${NUMBER})?\\.\\.(${NUMBER})?$`)
const KEY = /^[\p{Ll}\p{Lo}\p{Lm}\p{N}_]{1,120}$/u

/** Reads `key:value` and `key:min..max`; several of one key widen it. Null when one cannot be read. */
export function readFilters(filters: readonly string[]): AttributeFilter[] | null {
  const byKey = new Map<string, { values: string[]; ranges: { min: number | null; max: number | null }[] }>()
  for (const filter of filters) {
    const colon = filter.indexOf(':')
    const key = filter.slice(0, Math.max(colon, 0))
    const value = filter.slice(colon + 1).trim()
    if (!KEY.test(key) || value === '') return null
    const group = byKey.get(key) ?? { values: [], ranges: [] }
    byKey.set(key, group)
    const range = RANGE.exec(value)
    if (range === null) group.values.push(value)
    else if (range[1] === undefined && range[2] === undefined) return null
    else group.ranges.push({ min: numberOr(range[1]), max: numberOr(range[2]) })
  }
  return [...byKey].map(([key, group]) => ({ key, ...group }))
}

function numberOr(text: string | undefined): number | null {
  return text === undefined ? null : Number(text)
}
