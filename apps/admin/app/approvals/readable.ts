/** One field of an input, as it is shown: `kind` says how its value reads. */
export type ReadableField = { name: string } & (
  | { kind: 'money'; amount: string; currency: string | null }
  | { kind: 'person' | 'order' | 'role' | 'time' | 'text'; value: string }
  | { kind: 'flag'; value: boolean }
)

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

function isMoney(value: unknown): value is { amount: string; currency: string | null } {
  return typeof value === 'object' && value !== null && 'amount' in value && typeof value.amount === 'string'
}

function text(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(text).join(', ')
  return JSON.stringify(value)
}

function read(name: string, value: unknown): ReadableField {
  if (isMoney(value)) return { name, kind: 'money', amount: value.amount, currency: value.currency ?? null }
  if (typeof value === 'boolean') return { name, kind: 'flag', value }
  if (typeof value === 'string') {
    if (name === 'amount') return { name, kind: 'money', amount: value, currency: null }
    if (name === 'role') return { name, kind: 'role', value }
    if (moment.test(value)) return { name, kind: 'time', value }
    if (uuid.test(value) && name === 'order_id') return { name, kind: 'order', value }
    if (uuid.test(value) && /(^|_)(user|account|owner)_id$/.test(name)) return { name, kind: 'person', value }
  }
  return { name, kind: 'text', value: text(value) }
}

/** The fields of what an operation would be called with, without those that are left out. */
export function readableFields(input: unknown): ReadableField[] {
  if (typeof input !== 'object' || input === null) return []
  return Object.entries(input)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => read(name, value))
}

/** A field's name for people where no better word is known: 'expires_at' becomes 'Expires at'. */
export function fieldWords(name: string): string {
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
