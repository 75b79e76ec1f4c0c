export const locales = ['en', 'de'] as const
export type Locale = (typeof locales)[number]

/** Each language in its own name. */
export const localeNames: Record<Locale, string> = { en: 'English', de: 'Deutsch' }

const storageKey = 'rampart.locale'

function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale)
}

/** The language chosen before, else the first of the browser's that we speak, else English. */
export function startLocale(): Locale {
  const chosen = localStorage.getItem(storageKey)
  if (isLocale(chosen)) return chosen
  return navigator.languages.map((tag) => tag.toLowerCase().split('-')[0]).find(isLocale) ?? 'en'
}

/** Remembers the language in this browser. */
export function storeLocale(locale: Locale): void {
  localStorage.setItem(storageKey, locale)
}
