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
  const fields = columns.map((column) => {
    const value = entry[column]
    const text = typeof value === 'object' && value !== null ? canonicalJson(value) : JSON.stringify(value)
    return `"${column}":${text}`
  })
  return `{${fields.join(',')}}`
}
