import { useTranslation } from 'react-i18next'
import { toClientError } from '@rampart/client/client-error.ts'

/** A sentence for people about anything that was thrown: in their language where we have it, else the server's. */
export function useFailureText(): (error: unknown) => string {
  const { t, i18n } = useTranslation()
  return (thrown) => {
    const error = toClientError(thrown)
    const key = `errors.${error.code}`
    if (i18n.exists(key)) return (t as (key: string) => string)(key)
    return error.message
  }
}
