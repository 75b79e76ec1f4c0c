export type ChangedField = { name: string; before: string | null; after: string | null }

type Leaves = Map<string, string>

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isMoney(value: Record<string, unknown>): value is { amount: string; currency: string } {
  return (
    Object.keys(value).length === 2 && typeof value.amount === 'string' && typeof value.currency === 'string'
  )
}

/** Everything that a recorded state holds, by the path to it: `address.city`, `lines 2.quantity`. */
function leavesOf(value: unknown, path: string, leaves: Leaves): Leaves {
  if (value === null || value === undefined) return leaves
  if (isRecord(value) && !isMoney(value)) {
    for (const [name, inner] of Object.entries(value)) {
      leavesOf(inner, path === '' ? name : `${path}.${name}`, leaves)
    }
  } else if (Array.isArray(value) && value.some((inner) => typeof inner === 'object')) {
    for (const [index, inner] of value.entries())
      leavesOf(inner, `${path} ${String(index + 1)}`.trim(), leaves)
  } else leaves.set(path, shown(value))
  return leaves
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(shown).join(', ')
  if (isRecord(value) && isMoney(value)) return `${value.amount} ${value.currency}`
  return JSON.stringify(value)
}

/**
 * What differs between two recorded states, field by field down to the last; what is empty counts as not there. States
 * that are no records stand under an empty name.
 */
export function changedFields(before: unknown, after: unknown): ChangedField[] {
  const [left, right] = [leavesOf(before, '', new Map()), leavesOf(after, '', new Map())]
  return [...new Set([...left.keys(), ...right.keys()])]
    .map((name) => ({ name, before: left.get(name) ?? null, after: right.get(name) ?? null }))
    .filter((field) => field.before !== field.after)
}
