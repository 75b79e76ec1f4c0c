import { REDACTED, redactText } from './redact-text.ts'
import { isSecretKey } from './secret-keys.ts'

const MAX_DEPTH = 8
const MAX_ITEMS = 100

/**
 * A copy that may be written down: what stands under a secret name is replaced at every depth, free text is
 * searched for secrets, and what is deep, long or circular is cut. Never throws.
 */
export function redact(value: unknown): unknown {
  return copy(value, 0)
}

/** `redact` for the fields of a log line. */
export function redactFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return copyEntries(Object.entries(fields), 0)
}

function copy(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'function' || typeof value === 'symbol') return undefined
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString()
  if (value instanceof Error) return copyError(value, depth)
  if (value instanceof URL) return redactText(value.href)
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`
  if (depth >= MAX_DEPTH) return '[deeper]'
  if (Array.isArray(value)) return copyItems(value, depth)
  if (value instanceof Set) return copyItems([...value], depth)
  if (value instanceof Map)
    return copyEntries(
      [...value].map(([key, item]) => [String(key), item]),
      depth,
    )
  return copyEntries(readableEntries(value), depth)
}

function copyItems(items: readonly unknown[], depth: number): unknown[] {
  const copies = items.slice(0, MAX_ITEMS).map((item) => copy(item, depth + 1))
  return items.length > MAX_ITEMS ? [...copies, `… ${items.length - MAX_ITEMS} more`] : copies
}

function copyEntries(
  entries: readonly (readonly [string, unknown])[],
  depth: number,
): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const [key, item] of entries.slice(0, MAX_ITEMS)) {
    // An own property even for `__proto__`.
    Object.defineProperty(out, redactText(key), {
      value: isSecretKey(key) && item !== null && item !== undefined ? REDACTED : copy(item, depth + 1),
      enumerable: true,
      configurable: true,
      writable: true,
    })
  }
  return out
}

// Of a database's error only what names places: `detail`, `where` and the like quote rows.
const ERROR_FIELDS = [
  'code',
  'status',
  'severity',
  'schema',
  'table',
  'column',
  'constraint',
  'routine',
  'syscall',
]

function copyError(error: Error, depth: number): Record<string, unknown> {
  const fields = error as Error & Record<string, unknown>
  const out: Record<string, unknown> = { type: error.name, message: redactText(String(error.message)) }
  for (const key of ERROR_FIELDS) {
    const field = fields[key]
    if (typeof field === 'string' || typeof field === 'number') out[key] = field
  }
  if (typeof error.stack === 'string') out['stack'] = redactText(error.stack)
  if (depth >= MAX_DEPTH) return out
  if (error.cause !== undefined) out['cause'] = copy(error.cause, depth + 1)
  if (error instanceof AggregateError) out['errors'] = copyItems(error.errors, depth)
  return out
}

function readableEntries(value: object): [string, unknown][] {
  try {
    return Object.entries(value)
  } catch {
    return [['unreadable', true]]
  }
}
