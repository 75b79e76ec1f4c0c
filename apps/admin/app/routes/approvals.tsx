import { useQuery } from '@tanstack/react-query'
import { CheckCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { LinkTabs } from '@rampart/kit/tabs.tsx'
import { ApprovalList } from '../approvals/approval-list.tsx'
import { approvalsQuery, ofView, views } from '../approvals/approvals-query.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { oneOf, useListParams } from '../list/use-list-params.ts'
import { useMe } from '../session/use-me.ts'
import { Page } from '../shell/page.tsx'

export default function Approvals() {
  const { t } = useTranslation()
  const format = useFormat()
  const me = useMe()
  const params = useListParams()
  const view = oneOf(params.get('view'), views) ?? 'waiting'
  const approvals = useQuery(approvalsQuery)
  const waiting = approvals.data?.waiting.total ?? 0
  return (
    <Page title={t('approvals.title')} tab={t('approvals.title')} lead={t('approvals.lead')}>
      <LinkTabs
        label={t('approvals.views.label')}
        tabs={views.map((name) => ({
          href: name === 'waiting' ? '?' : `?view=${name}`,
          label: t(`approvals.views.${name}`),
          count: name === 'waiting' && waiting > 0 ? format.number(waiting) : undefined,
          current: view === name,
        }))}
      />
      <Card flush>
        <Loaded query={approvals} loading={<TableSkeleton rows={4} />}>
          {(lists) => {
            const shown = ofView(lists, view, me.id)
            return shown.length === 0 ? (
              <EmptyState icon={CheckCheck} title={t(`approvals.empty.${view}`)}>
                {view === 'waiting' ? t('approvals.emptyText') : null}
              </EmptyState>
            ) : (
              <ApprovalList approvals={shown} />
            )
          }}
        </Loaded>
      </Card>
    </Page>
  )
}
