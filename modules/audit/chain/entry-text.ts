import { canonicalJson } from '@rampart/platform/crypto/canonical-json.ts'
import type { EntryRow } from '../store/entries.ts'

// In the order of canonical JSON.
const columns = [
  'action',
  'actor_id',
  'actor_kind',
  'actor_role',
  'after',
  'before',
  'caller',
  'id',
  'ip',
  'occurred_at',
  'request_id',
  'subject_id',
  'subject_type',
  'user_agent',
] as const satisfies readonly (keyof EntryRow)[]

/** Canonical JSON of an entry. The same text as `canonicalJson` makes, without sorting what is always alike. */
export function entryText(entry: EntryRow): string {
  let text = ''
  for (const column of columns) text += `${text === '' ? '{' : ','}"${column}":${jsonText(entry[column])}`
  return `${text}}`
}

/** The same text as `canonicalJson` makes of what was read from JSON, in a third of the time. */
export function jsonText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`
  const fields = value as Readonly<Record<string, unknown>>
  const names = Object.keys(fields).sort()
  // JavaScript puts fields that are numbers before all others, and so does `canonicalJson`.
  if (names.some((name) => DIGIT.test(name))) return canonicalJson(value)
  return `{${names.map((name) => `${JSON.stringify(name)}:${jsonText(fields[name])}`).join(',')}}`
}

const DIGIT = /^\d/
