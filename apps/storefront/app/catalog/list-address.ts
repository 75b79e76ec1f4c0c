/** The address of the same list with some parameters changed; always back on the first page unless `page` is given. */
export function listAddress(
  pathname: string,
  params: URLSearchParams,
  change: { remove?: [name: string, value?: string][]; set?: Record<string, string> },
): string {
  const next = new URLSearchParams()
  for (const [name, value] of params) {
    if (name === 'page' || value === '') continue
    const removed = change.remove?.some(([n, v]) => n === name && (v === undefined || v === value))
    if (!removed && change.set?.[name] === undefined) next.append(name, value)
  }
  for (const [name, value] of Object.entries(change.set ?? {})) next.set(name, value)
  const text = next.toString()
  return text ? `${pathname}?${text}` : pathname
}
