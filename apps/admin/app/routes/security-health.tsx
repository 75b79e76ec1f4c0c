import { useQuery } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { api } from '../api.ts'
import { type Finding, FindingList } from '../health/finding-list.tsx'
import { ScoreCard } from '../health/score-card.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { Fold } from '../list/fold.tsx'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { Page } from '../shell/page.tsx'

const open = ['bad', 'attention', 'unknown'] as const

export default function SecurityHealth() {
  const { t } = useTranslation()
  const format = useFormat()
  const health = useQuery({
    queryKey: ['security-health', format.locale],
    queryFn: ({ signal }) => api.monitoring.securityHealth({ language: format.locale }, { signal }),
  })
  return (
    <Page
      title={t('health.title')}
      tab={t('health.title')}
      lead={t('health.lead')}
      actions={
        <Button onClick={() => void health.refetch()} disabled={health.isFetching}>
          {t('health.again')}
        </Button>
      }
    >
      <Loaded query={health} loading={<HealthSkeleton />}>
        {(data) => (
          <div className="flex flex-col gap-5">
            <ScoreCard health={data} />
            <Findings findings={data.findings} />
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  // What would earn most comes first.
  const inState = (state: Finding['state']) =>
    findings
      .filter((finding) => finding.state === state)
      .sort((left, right) => right.weight - right.points - (left.weight - left.points))
  const good = inState('good')
  return (
    <>
      {good.length === findings.length ? (
        <Card>
          <EmptyState icon={ShieldCheck} title={t('health.nothing')}>
            {t('health.nothingText')}
          </EmptyState>
        </Card>
      ) : null}
      {open.map((state) => {
        const found = inState(state)
        return found.length === 0 ? null : (
          <Card
            key={state}
            flush
            title={t(`health.groups.${state}`)}
            action={
              <span className="figures text-control-sm text-ink-subtle">{format.number(found.length)}</span>
            }
          >
            <FindingList findings={found} />
          </Card>
        )
      })}
      {good.length === 0 ? null : (
        <Card flush>
          <Fold
            title={t('health.groups.good')}
            count={format.number(good.length)}
            summaryClassName="min-h-control px-5 py-2.5"
          >
            <div className="border-t border-line">
              <FindingList findings={good} />
            </div>
          </Fold>
        </Card>
      )}
    </>
  )
}

function HealthSkeleton() {
  return (
    <div className="flex flex-col gap-5">
      <Skeleton className="h-28 w-full rounded-lg" />
      <Card flush>
        <TableSkeleton rows={6} />
      </Card>
    </div>
  )
}
