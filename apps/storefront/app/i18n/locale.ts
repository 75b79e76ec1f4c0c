export const locales = ['en', 'de'] as const
export type Locale = (typeof locales)[number]

/** Each language in its own name. */
export const localeNames: Record<Locale, string> = { en: 'English', de: 'Deutsch' }

export function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale)
}

/** The best of our languages for an Accept-Language header (RFC 9110 §12.5.4); English when none is asked for. */
export function negotiateLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined)
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter((entry) => entry.quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return wanted.map((entry) => entry.language).find(isLocale) ?? 'en'
}
