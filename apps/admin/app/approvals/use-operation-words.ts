import { useTranslation } from 'react-i18next'

/** What an operation does, in the reader's words where there are some, else in those of its contract. */
export function useOperationWords(): (operation: string, summary?: string) => string {
  const { t, i18n } = useTranslation()
  return (operation, summary) => {
    const key = `approvals.operations.${operation}`
    return i18n.exists(key) ? (t as (key: string) => string)(key) : (summary ?? operation)
  }
}
