import { createContext, use, type ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { i18nFor } from './i18n/instance.ts'
import type { Locale } from './i18n/locale.ts'
import type { ThemeChoice } from './preferences.ts'

/** What a page knows before any data: it holds even where loading failed. */
export type Environment = {
  locale: Locale
  theme: ThemeChoice
  /** Only while the server renders; browsers hide it from scripts. */
  nonce?: string
}

const EnvironmentContext = createContext<Environment>({ locale: 'en', theme: 'system' })

export function EnvironmentProvider({ value, children }: { value: Environment; children: ReactNode }) {
  return (
    <EnvironmentContext value={value}>
      <I18nextProvider i18n={i18nFor(value.locale)}>{children}</I18nextProvider>
    </EnvironmentContext>
  )
}

export function useEnvironment(): Environment {
  return use(EnvironmentContext)
}
