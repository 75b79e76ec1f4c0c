import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Facts } from '@rampart/kit/facts.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { StatTile } from '@rampart/kit/stat-tile.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { type Answer, api } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { indexQuery } from './search-queries.ts'

type State = Answer<'search', 'getIndexState'>

/** How the index stands, and the button that has it built anew. */
export function IndexState() {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const index = useQuery(indexQuery)
  const rebuild = useMutation({
    mutationFn: () => api.search.rebuildIndex({}),
    onSuccess: () => toast({ title: t('search.rebuildAsked') }),
    onError: (error) => toast({ title: failureText(error), tone: 'danger' }),
    onSettled: () => client.invalidateQueries({ queryKey: indexQuery.queryKey }),
  })
  return (
    <Loaded query={index} loading={<TableSkeleton rows={4} />}>
      {(state) => (
        <div className="flex flex-col gap-5">
          <Warnings state={state} />
          <Figures state={state} />
          <Card title={t('search.rebuildTitle')}>
            <div className="flex flex-col items-start gap-4 text-control-sm">
              <p className="max-w-prose text-ink-muted">{t('search.rebuildText')}</p>
              {state.building ? <Progress percent={state.progress ?? 0} /> : null}
              <Button onClick={() => rebuild.mutate()} pending={rebuild.isPending} disabled={state.building}>
                <Icon icon={RefreshCw} size="sm" />
                {t('search.rebuild')}
              </Button>
            </div>
          </Card>
        </div>
      )}
    </Loaded>
  )
}

function Warnings({ state }: { state: State }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <>
      {state.failed_at === null ? null : (
        <Notice tone="danger" title={t('search.buildFailed', { time: format.time(state.failed_at) })}>
          {t('search.buildFailedText')}
        </Notice>
      )}
      {state.failed === 0 ? null : (
        <Notice tone="warning" title={t('search.failed', { count: state.failed })}>
          {t('search.failedText')}
        </Notice>
      )}
    </>
  )
}

function Figures({ state }: { state: State }) {
  const { t } = useTranslation()
  const format = useFormat()
  const time = (at: string | null) => (at === null ? t('search.never') : format.time(at))
  return (
    <>
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <StatTile label={t('search.documents')} value={format.number(state.documents)} />
        <StatTile label={t('search.pending')} value={format.number(state.pending)} />
        <StatTile label={t('search.notTaken')} value={format.number(state.failed)} />
        <StatTile label={t('search.generation')} value={format.number(state.generation)} />
      </div>
      <Card>
        <Facts
          items={[
            { name: t('search.changedAt'), value: time(state.changed_at) },
            { name: t('search.builtAt'), value: time(state.built_at) },
          ]}
        />
      </Card>
    </>
  )
}

function Progress({ percent }: { percent: number }) {
  const { t } = useTranslation()
  return (
    <div className="w-full max-w-md">
      <p className="flex justify-between pb-1.5">
        <span>{t('search.building')}</span>
        <span className="figures">{t('search.percent', { percent })}</span>
      </p>
      <progress
        max={100}
        value={percent}
        aria-label={t('search.building')}
        className="block h-2 w-full appearance-none overflow-clip rounded-full border-0 bg-well [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-well [&::-webkit-progress-value]:bg-accent"
      />
    </div>
  )
}
