import { useTranslation } from 'react-i18next'
import { Notice } from '@rampart/kit/notice.tsx'
import type { Answer } from '../api.ts'
import { productStatuses } from './product-status.tsx'

type Told = Answer<'catalog', 'bulkEditProducts'>
type Change = Told['items'][number]['changes'][number]

/** What a bulk edit would change, product by product. */
export function BulkChanges({ told }: { told: Told }) {
  const { t } = useTranslation()
  const text = ({ field }: Change, value: string) => {
    const status = field === 'status' ? productStatuses.find((name) => name === value) : undefined
    return status === undefined ? value || t('productSales.bulkNone') : t(`catalog.status.${status}`)
  }
  const changed = told.items.filter(({ changes }) => changes.length > 0)
  return (
    <div role="status">
      {changed.length === 0 ? (
        <Notice tone="info">{t('productSales.bulkNothing')}</Notice>
      ) : (
        <ul className="max-h-72 divide-y divide-line overflow-y-auto rounded-md border border-line text-control-sm">
          {changed.map(({ id, name, changes }) => (
            <li key={id} className="px-3 py-2">
              <p className="font-medium">{name}</p>
              {changes.map((change) => (
                <p key={change.field} className="text-ink-muted">
                  {t(`productSales.bulkField.${change.field}`)}: <s>{text(change, change.before)}</s> →{' '}
                  {text(change, change.after)}
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
