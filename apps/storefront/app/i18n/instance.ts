import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Locale } from './locale.ts'
import type { Texts } from './texts.ts'

const instances = new Map<Locale, i18n>()

/** Makes a language available. The server has all of them, a browser only the one its page is written in. */
export function registerLocale(locale: Locale, texts: Texts): void {
  const instance = createInstance()
  void instance.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: { translation: texts } },
    interpolation: { escapeValue: false },
    initAsync: false,
    showSupportNotice: false,
  } as Parameters<i18n['init']>[0])
  instances.set(locale, instance)
}

/** The texts of a language; fails when it was not registered, which is a bug. */
export function i18nFor(locale: Locale): i18n {
  const instance = instances.get(locale)
  if (!instance) throw new Error(`Language '${locale}' is not registered.`)
  return instance
}
