import type { Mapping } from './mapping.ts'
import { type FileRecord, shortened, textOf } from './record.ts'

export type CategoryOf = (record: FileRecord) => string[] | undefined

const MAX_NAME = 120
const MAX_DEPTH = 6
// A file may bring a million characters, and a mapping hundreds of rules with hundreds of phrases.
const LOOKED_AT = 2_000

/** How a record's category is found: in a column, or by the first rule whose words its column holds. */
export function categoryReader(mapping: Mapping): CategoryOf {
  const { category } = mapping
  if (category === undefined) return () => undefined
  if ('column' in category) {
    return (record) => pathOf(textOf(record, category.column).split(category.separator))
  }
  const rules = category.rules.map((rule) => ({
    ...rule,
    pattern: rule.any === undefined ? /\S/u : anyOf(rule.any),
  }))
  return (record) => {
    for (const { column, pattern, path } of rules) {
      const text = textOf(record, column).slice(0, LOOKED_AT).toWellFormed()
      if (pattern.test(text)) return pathOf(path.map((name) => name.replaceAll('{value}', text)))
    }
    return category.fallback
  }
}

function pathOf(names: readonly string[]): string[] | undefined {
  const path = names.map((name) => shortened(name.trim(), MAX_NAME)).filter(Boolean)
  return path.length === 0 ? undefined : path.slice(0, MAX_DEPTH)
}

// Whole words, with a plural s allowed.
function anyOf(phrases: readonly string[]): RegExp {
  const escaped = phrases.map((phrase) => RegExp.escape(phrase.trim()))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})s?(?![\\p{L}\\p{N}])`, 'iu')
}
