import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { HydratedRouter } from 'react-router/dom'
import { EnvironmentProvider } from './environment.tsx'
import { registerLocale } from './i18n/instance.ts'
import { isLocale, type Locale } from './i18n/locale.ts'
import { isTheme } from './preferences.ts'

/** Fetches the texts of the one language that this page is written in. */
async function loadTexts(locale: Locale) {
  return locale === 'de' ? (await import('./i18n/de.ts')).de : (await import('./i18n/en.ts')).en
}

const page = document.documentElement
const locale = isLocale(page.lang) ? page.lang : 'en'
const theme = isTheme(page.dataset['theme']) ? page.dataset['theme'] : 'system'

registerLocale(locale, await loadTexts(locale))
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <EnvironmentProvider value={{ locale, theme }}>
        <HydratedRouter />
      </EnvironmentProvider>
    </StrictMode>,
  )
})

// Without it the shop works as well; only the page for lost connections is missing.
if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js').catch(() => undefined)
