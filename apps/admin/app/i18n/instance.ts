import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { startLocale, storeLocale, type Locale } from './locale.ts'
import type { Texts } from './texts.ts'

/** Of operations, what their contracts do not say in this language. */
type Resources = { translation: Texts; operations: Readonly<Record<string, string>> }

const loaders: Record<Locale, () => Promise<Resources>> = {
  en: async () => ({ translation: (await import('./en.ts')).en, operations: {} }),
  de: async () => ({
    translation: (await import('./de.ts')).de,
    operations: (await import('./de/operations.ts')).operationSummaries,
  }),
}

export const texts: i18n = createInstance()

/** Loads the texts of the reader's language; the app starts after it. */
export async function startTexts(): Promise<void> {
  const locale = startLocale()
  const resources = await loaders[locale]()
  document.documentElement.lang = locale
  await texts.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: resources },
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  } as Parameters<i18n['init']>[0])
}

/** Changes the language of the app and remembers it. */
export async function chooseLocale(locale: Locale): Promise<void> {
  for (const [namespace, words] of Object.entries(await loaders[locale]()))
    texts.addResourceBundle(locale, namespace, words)
  storeLocale(locale)
  document.documentElement.lang = locale
  await texts.changeLanguage(locale)
}
