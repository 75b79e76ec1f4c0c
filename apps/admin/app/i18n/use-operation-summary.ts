import { useTranslation } from 'react-i18next'

/** What an operation does, in the reader's language where we have it, else in the words of its contract. */
export function useOperationSummary(): (operation: { name: string; summary: string }) => string {
  const { i18n } = useTranslation()
  return ({ name, summary }) => {
    const said: unknown = i18n.getResource(i18n.language, 'operations', name)
    return typeof said === 'string' ? said : summary
  }
}
