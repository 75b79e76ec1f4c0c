export type ChangedField = { name: string; before: string | null; after: string | null }

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/**
 * The fields in which two recorded states differ, by name. What stands on one side only is there as well; states that
 * are no records are compared as a whole, under an empty name.
 */
export function changedFields(before: unknown, after: unknown): ChangedField[] {
  const whole = (value: unknown) =>
    value === null || value === undefined ? {} : isRecord(value) ? value : { '': value }
  const [left, right] = [whole(before), whole(after)]
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .map((name) => ({ name, before: shown(left[name]), after: shown(right[name]) }))
    .filter((field) => field.before !== field.after)
}
