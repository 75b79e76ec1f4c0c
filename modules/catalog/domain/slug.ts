import { plainText } from './plain-text.ts'

const MAX_LENGTH = 80

/** An address part made from a name; `fallback` when the name has no letter or digit that an address can hold. */
export function slugFrom(name: string, fallback: string): string {
  const slug = plainText(name)
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return shorten(slug) || shorten(fallback.toLowerCase())
}

/** The first of `base`, `base-2`, `base-3` … that is not taken. */
export function freeSlug(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base
  for (let number = 2; ; number++) {
    const slug = `${base}-${number}`
    if (!taken.has(slug)) return slug
  }
}

function shorten(slug: string): string {
  if (slug.length <= MAX_LENGTH) return slug
  const cut = slug.slice(0, MAX_LENGTH)
  const word = cut.lastIndexOf('-')
  return (word > MAX_LENGTH / 2 ? cut.slice(0, word) : cut).replace(/-+$/, '')
}
