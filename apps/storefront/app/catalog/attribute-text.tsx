import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEnvironment } from '../environment.tsx'
import { DateText } from '../layout/date-text.tsx'

/** Imported catalogues write days as ISO 8601 moments. */
const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/

/** Writes the value of a typed attribute as people read it. */
export function useAttributeText(): (value: string | number | boolean) => ReactNode {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  return (value) => {
    if (typeof value === 'boolean') return t(value ? 'list.yes' : 'list.no')
    if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value)
    return isMoment.test(value) ? <DateText value={value} /> : value
  }
}
