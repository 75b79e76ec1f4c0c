import { useQuery } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { api } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { oneOf, type ListParams } from '../list/use-list-params.ts'
import { InsightRow } from './insight-row.tsx'

const spans = ['7', '30', '90'] as const

/** What was unusual lately, with the entries behind it. */
export function InsightList({ params, onOpen }: { params: ListParams; onOpen: (id: string) => void }) {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const days = Number(oneOf(params.get('days'), spans) ?? '7')
  const insights = useQuery({
    queryKey: ['audit', 'insights', days, locale],
    queryFn: ({ signal }) => api.audit.listInsights({ days }, { signal }),
  })
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-control-sm text-ink-muted">{t('audit.insights.lead')}</p>
        <SelectField
          label={t('audit.insights.days')}
          labelHidden
          className="w-full sm:w-44"
          value={String(days)}
          onChange={(event) => params.set({ days: event.target.value })}
        >
          {spans.map((span) => (
            <option key={span} value={span}>
              {t('audit.insights.lastDays', { days: span })}
            </option>
          ))}
        </SelectField>
      </div>
      <Card flush>
        <Loaded query={insights} loading={<TableSkeleton rows={4} />}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={ShieldCheck} title={t('audit.insights.empty')}>
                {t('audit.insights.emptyText')}
              </EmptyState>
            ) : (
              <ul className="divide-y divide-line">
                {items.map((insight) => (
                  <InsightRow key={insight.id} insight={insight} onOpen={onOpen} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Card>
    </>
  )
}
