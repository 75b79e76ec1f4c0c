import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Picture } from '@rampart/kit/picture.tsx'
import type { Return } from '../api.ts'

type Inspection = NonNullable<Return['lines'][number]['inspection']>

/** What comes back, why, and how it arrived. */
export function ReturnLines({ given }: { given: Return }) {
  const { t } = useTranslation()
  return (
    <Card title={t('returns.lines')} flush>
      <ul className="divide-y divide-line">
        {given.lines.map((line) => (
          <li key={line.line_id} className="flex items-center gap-3 px-5 py-3">
            <Picture image={line.picture} alt="" sizes="48px" className="size-12 shrink-0 rounded-md" />
            <div className="min-w-0 flex-1">
              <KitLink href={`/products/${line.product_id}`} className="font-medium hover:underline">
                {line.product_name}
              </KitLink>
              <p className="text-xs text-ink-subtle">
                {[...Object.values(line.options), line.sku, t(`returns.reason.${line.reason}`)].join(' · ')}
              </p>
              {line.inspection === null ? null : <Looked inspection={line.inspection} />}
            </div>
            <p className="figures text-control-sm whitespace-nowrap text-ink-muted">
              {t('returns.pieces', { count: line.quantity })}
            </p>
          </li>
        ))}
      </ul>
      {given.note ? (
        <div className="border-t border-line px-5 py-4 text-control-sm">
          <h3 className="text-xs font-medium text-ink-subtle">{t('returns.buyerNote')}</h3>
          <p className="mt-1 break-words whitespace-pre-line">{given.note}</p>
        </div>
      ) : null}
    </Card>
  )
}

function Looked({ inspection }: { inspection: Inspection }) {
  const { t } = useTranslation()
  const { as_new, damaged, missing, restock } = inspection
  return (
    <p className="mt-1 flex flex-wrap gap-1.5">
      {as_new > 0 ? (
        <Badge tone="success">
          {as_new} × {t('returns.asNew')}
        </Badge>
      ) : null}
      {damaged > 0 ? (
        <Badge tone="warning">
          {damaged} × {t('returns.damaged')}
        </Badge>
      ) : null}
      {missing > 0 ? (
        <Badge tone="danger">
          {missing} × {t('returns.missing')}
        </Badge>
      ) : null}
      {restock && as_new > 0 ? <Badge tone="info">{t('returns.restocked')}</Badge> : null}
    </p>
  )
}
