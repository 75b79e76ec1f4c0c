import type { AuditEntry } from '../api.ts'

const TAIL = 6

/** The name that an entry itself gives its subject, or null: products, categories and methods have one. */
export function nameIn(entry: Pick<AuditEntry, 'before' | 'after'>): string | null {
  for (const state of [entry.after, entry.before]) {
    if (typeof state !== 'object' || state === null || !('name' in state)) continue
    if (typeof state.name === 'string' && state.name !== '') return state.name
  }
  return null
}

/** The end of a long id, where ids of the same hour differ; null for ids that are words, such as 'owner'. */
export function tailOf(id: string): string | null {
  return /^[0-9a-f-]{36}$/.test(id) ? id.slice(-TAIL) : null
}
