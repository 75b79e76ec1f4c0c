import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { startLocale, storeLocale, type Locale } from './locale.ts'
import type { Texts } from './texts.ts'

const loaders: Record<Locale, () => Promise<Texts>> = {
  en: async () => (await import('./en.ts')).en,
  de: async () => (await import('./de.ts')).de,
}

export const texts: i18n = createInstance()

/** Loads the texts of the reader's language; the app starts after it. */
export async function startTexts(): Promise<void> {
  const locale = startLocale()
  const translation = await loaders[locale]()
  document.documentElement.lang = locale
  await texts.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: { translation } },
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  } as Parameters<i18n['init']>[0])
}

/** Changes the language of the app and remembers it. */
export async function chooseLocale(locale: Locale): Promise<void> {
  texts.addResourceBundle(locale, 'translation', await loaders[locale]())
  storeLocale(locale)
  document.documentElement.lang = locale
  await texts.changeLanguage(locale)
}
