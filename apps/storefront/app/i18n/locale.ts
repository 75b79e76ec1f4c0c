export const locales = ['en', 'de'] as const
export type Locale = (typeof locales)[number]

/** Each language in its own name. */
export const localeNames: Record<Locale, string> = { en: 'English', de: 'Deutsch' }

export function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale)
}

/** The tags of an Accept-Language header (RFC 9110 §12.5.4), most wanted first, in lower case. */
function wantedTags(acceptLanguage: string | null): string[] {
  return (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined)
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter((entry) => entry.quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map((entry) => entry.tag)
}

const languageOf = (tag: string) => tag.split('-')[0] ?? ''

/** The best of our languages for an Accept-Language header; English when none is asked for. */
export function negotiateLocale(acceptLanguage: string | null): Locale {
  return wantedTags(acceptLanguage).map(languageOf).find(isLocale) ?? 'en'
}

/**
 * The region beside the most wanted language, as in `en-GB`: ISO 3166-1 alpha-2, or undefined. Regions of
 * languages wanted less say nothing: browsers add `en-US` for everybody.
 */
export function regionOf(acceptLanguage: string | null): string | undefined {
  const [first = '', ...others] = wantedTags(acceptLanguage)
  const same = [first, ...others].filter((tag) => languageOf(tag) === languageOf(first))
  const region = same.map((tag) => /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})(?:-|$)/.exec(tag)?.[1]).find(Boolean)
  return region?.toUpperCase()
}
