import { useTranslation } from 'react-i18next'
import type { KeyName, Provider } from './providers-query.ts'

/** Where a key is found at its provider; empty where nothing needs to be said. */
export function useKeyHint(code: Provider['code']): (name: KeyName) => string {
  const { t, i18n } = useTranslation()
  return (name) => {
    const key = `payments.keyHints.${code}.${name}`
    return i18n.exists(key) ? (t as (key: string) => string)(key) : ''
  }
}
