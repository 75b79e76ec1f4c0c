import { useTranslation } from 'react-i18next'

/** What a way to pay is called; its code where this version has no word for it. */
export function useProviderName(): (code: string) => string {
  const { t, i18n } = useTranslation()
  return (code) => {
    const key = `payments.names.${code}`
    return i18n.exists(key) ? (t as (key: string) => string)(key) : code
  }
}
