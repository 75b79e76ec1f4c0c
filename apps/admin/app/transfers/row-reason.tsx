import { useTranslation } from 'react-i18next'
import type { TransferRow } from './transfers-query.ts'

const SHOWN = 6

/** Why a row was refused, or what it changes. */
export function RowReason({ row: { outcome, code, column, reason, changes } }: { row: TransferRow }) {
  const { t, i18n } = useTranslation()
  if (outcome === 'refused')
    return (
      <p className="text-xs text-danger">
        {column === null ? null : <span className="font-mono">{column}: </span>}
        {code === null ? null : t(`transfers.reason.${code}`)}
        {/* The words of the server say more, in English. */}
        {reason === null || i18n.language !== 'en' ? null : (
          <span className="block text-ink-subtle wrap-anywhere">{reason}</span>
        )}
      </p>
    )
  if (changes.length === 0) return null
  const fieldText = (field: string): string => {
    const key = `transfers.fields.${field}`
    return i18n.exists(key) ? (t as (key: string) => string)(key) : field
  }
  return (
    <dl className="flex flex-col gap-0.5 text-xs text-ink-subtle">
      {changes.slice(0, SHOWN).map(({ field, before, after }, index) => (
        <div key={`${field}-${index}`} className="flex flex-wrap gap-x-1.5">
          <dt>{fieldText(field)}:</dt>
          <dd className="wrap-anywhere">
            {before === '' ? null : <del className="mr-1.5">{before}</del>}
            <ins className="text-ink no-underline">{after === '' ? t('transfers.none') : after}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
