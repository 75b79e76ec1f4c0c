import type { ImportRow } from './map-record.ts'

/** Tells whether an earlier row of a file has the same SKU or address. The whole file is what a person thinks of. */
export function repeatedIn(): (
  row: ImportRow,
) => { readonly reason: string; readonly field: 'sku' | 'slug' } | null {
  const lines = new Map<string, number>()
  return ({ line, slug, variants }) => {
    const names = [
      ...variants.map(({ sku }) => ['sku', `SKU ${sku}`] as const),
      ...(slug === undefined ? [] : [['slug', `The address ${slug}`] as const]),
    ]
    for (const [field, name] of names) {
      const before = lines.get(name)
      if (before !== undefined) return { reason: `${name} already stands in line ${String(before)}.`, field }
      lines.set(name, line)
    }
    return null
  }
}
