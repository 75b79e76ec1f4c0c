import { useTranslation } from 'react-i18next'
import { Picture } from '@rampart/kit/picture.tsx'
import type { Return } from './types.ts'

/** What goes back, why, and how it arrived. */
export function ReturnLines({ lines }: { lines: Return['lines'] }) {
  const { t } = useTranslation()
  const arrived = (inspection: NonNullable<Return['lines'][number]['inspection']>): string =>
    [
      inspection.as_new > 0 ? t('returns.asNew', { count: inspection.as_new }) : null,
      inspection.damaged > 0 ? t('returns.damaged', { count: inspection.damaged }) : null,
      inspection.missing > 0 ? t('returns.missing', { count: inspection.missing }) : null,
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <ul className="space-y-4">
      {lines.map((line) => (
        <li key={line.line_id} className="flex gap-4">
          <Picture
            image={line.picture}
            alt=""
            sizes="4rem"
            className="aspect-[4/5] w-14 shrink-0 self-start rounded-sm"
          />
          <div className="min-w-0 flex-1 text-sm">
            <p className="font-medium">{line.product_name}</p>
            <p className="text-ink-muted">{Object.values(line.options).join(' · ')}</p>
            <p className="text-ink-muted">
              {t('returns.pieces', { count: line.quantity })} · {t(`returns.reason_${line.reason}`)}
            </p>
            {line.inspection === null ? null : <p>{arrived(line.inspection)}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}
