import { useSearchParams } from 'react-router'

/** The filters of a list as they stand in the address, so that a list can be linked to and gone back to. */
export function useListParams() {
  const [params, setParams] = useSearchParams()

  const written = (changes: Record<string, string | null>): URLSearchParams => {
    const next = new URLSearchParams(params)
    // Another filter starts at its first page.
    next.delete('page')
    for (const [name, value] of Object.entries(changes)) {
      if (value === null || value === '') next.delete(name)
      else next.set(name, value)
    }
    return next
  }

  return {
    get: (name: string): string | undefined => params.get(name) ?? undefined,
    page: Math.max(1, Math.trunc(Number(params.get('page') ?? 1)) || 1),
    set: (changes: Record<string, string | null>) =>
      setParams(written(changes), { replace: true, preventScrollReset: true }),
    /** The address of this list with other filters. */
    href: (changes: Record<string, string | null>) => {
      const text = written(changes).toString()
      return text === '' ? '?' : `?${text}`
    },
  }
}

export type ListParams = ReturnType<typeof useListParams>

/** The value if it is one of those allowed; an address can hold anything. */
export function oneOf<const T extends string>(
  value: string | undefined,
  allowed: readonly T[],
): T | undefined {
  return allowed.find((entry) => entry === value)
}
