import type { Mapping } from './mapping.ts'
import { type FileRecord, shortened, writeValue } from './record.ts'

type AttributeType = 'text' | 'number' | 'boolean' | 'auto'
type Problem = { reason: string; code: 'not_a_number' | 'not_yes_or_no'; column: string }
type Attribute = { name: string; value: string | number | boolean }

const MAX_TEXT = 500
const MAX_NAME = 80
const NUMBER = /^-?\d{1,15}(?:\.\d{1,10})?$/
const YES = new Set(['true', 'yes', 'y', '1'])
const NO = new Set(['false', 'no', 'n', '0'])

/** The attributes of a record. `problem` says which column does not hold what the mapping says. */
export function mapAttributes(
  record: FileRecord,
  mapping: Mapping,
): { attributes: Attribute[]; problem: Problem | null } {
  const { columns, prefixes, names, ignore } = mapping.attributes
  const attributes: Attribute[] = []
  for (const [column, value] of Object.entries(record)) {
    if (ignore.includes(column)) continue
    const own = Object.hasOwn(columns, column) ? columns[column] : undefined
    const prefix =
      own === undefined ? prefixes.find((candidate) => column.startsWith(candidate.prefix)) : undefined
    const type = own?.type ?? prefix?.type
    if (type === undefined) continue
    const bare = prefix === undefined ? column : column.slice(prefix.prefix.length)
    const read = readValue(value, type)
    if (read === undefined)
      return {
        attributes,
        problem: {
          reason: `${column} holds ${shortened(JSON.stringify(value), 80)}, which is no ${type}.`,
          code: type === 'boolean' ? 'not_yes_or_no' : 'not_a_number',
          column,
        },
      }
    const name = own?.name ?? (Object.hasOwn(names, bare) ? names[bare] : undefined) ?? readableName(bare)
    if (read !== null) attributes.push({ name, value: read })
  }
  return { attributes, problem: null }
}

// null: empty. undefined: not of this type.
function readValue(value: unknown, type: AttributeType): string | number | boolean | null | undefined {
  const text = writeValue(value)
  if (text === '') return null
  if (type === 'boolean') return readFlag(text)
  if (type === 'number') return readNumber(value, text)
  if (type === 'auto' && typeof value === 'boolean') return value
  if (type === 'auto' && (typeof value === 'number' || NUMBER.test(text)))
    return readNumber(value, text) ?? text
  return shortened(text, MAX_TEXT)
}

function readFlag(text: string): boolean | undefined {
  const word = text.toLowerCase()
  if (YES.has(word)) return true
  return NO.has(word) ? false : undefined
}

function readNumber(value: unknown, text: string): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  return NUMBER.test(text) ? Number(text) : undefined
}

/** A name made from a column: 'thermal_design_power__tdp_' → 'Thermal design power (tdp)'. */
export function readableName(column: string): string {
  const words = column
    .replace(/__(.+?)_(?=_|$)/g, ' ($1)')
    .replace(/[_\s]+/g, ' ')
    .replace(/\(\s+/g, '(')
    .trim()
  return shortened(words.charAt(0).toUpperCase() + words.slice(1), MAX_NAME) || 'Attribute'
}
