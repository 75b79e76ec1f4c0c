import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../api.ts'
import { type ChangedField, changedFields } from './changed-fields.ts'

/** What an entry changed, field by field: the old value above the new one. What was only recorded stands alone. */
export function EntryChanges({ entry }: { entry: Pick<AuditEntry, 'before' | 'after'> }) {
  const { t } = useTranslation()
  const fields = changedFields(entry.before, entry.after)
  if (fields.length === 0)
    return <p className="text-control-sm text-ink-subtle">{t('logs.nothingChanged')}</p>
  // Without a state before, nothing was changed: it is what was there.
  const compared = entry.before !== null && entry.before !== undefined
  return (
    <section>
      <h3 className="mb-2 text-control-sm font-semibold">
        {t(compared ? 'audit.changes' : 'audit.recorded')}
      </h3>
      <dl className="divide-y divide-line rounded-md border border-line text-xs">
        {fields.map((field) => (
          <div key={field.name} className="px-3 py-2">
            {field.name === '' ? null : <dt className="mb-1 wrap-anywhere text-ink-subtle">{field.name}</dt>}
            <dd className="flex flex-col gap-1 font-mono wrap-anywhere">
              {compared ? <Sides field={field} /> : <span>{field.after}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Sides({ field: { before, after } }: { field: ChangedField }) {
  const { t } = useTranslation()
  return (
    <>
      <span className="rounded-sm bg-danger-soft px-1.5 py-0.5 text-danger">
        <span className="visually-hidden">{t('logs.before')}: </span>
        <span aria-hidden="true">− </span>
        {before ?? <i>{t('audit.unset')}</i>}
      </span>
      <span className="rounded-sm bg-success-soft px-1.5 py-0.5 text-success">
        <span className="visually-hidden">{t('logs.after')}: </span>
        <span aria-hidden="true">+ </span>
        {after ?? <i>{t('audit.unset')}</i>}
      </span>
    </>
  )
}
