/** The text fields of a form, trimmed; files and the token are left out. */
export function formValues(form: FormData): Record<string, string> {
  const entries = [...form.entries()].filter(([name]) => name !== '_csrf')
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'string' ? value.trim() : '']),
  )
}

/** Leaves out what is empty: an optional field that was not filled in is not sent. */
export function filled<T extends Record<string, string>>(values: T): { [K in keyof T]?: string } {
  const kept = Object.entries(values).filter(([, value]) => value !== '')
  return Object.fromEntries(kept) as { [K in keyof T]?: string }
}
