import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Sparkles } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { Facts } from '@rampart/kit/facts.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { StatTile } from '@rampart/kit/stat-tile.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api, type Answer } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { Page } from '../shell/page.tsx'

type Training = Answer<'recommendations', 'getTraining'>

const key = ['recommendations', 'training']
const LOOK_AGAIN_MS = 2_000

/** What recommendations were learnt from, and learning them anew. */
export default function Recommendations() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const toast = useToast()
  const failureText = useFailureText()
  const training = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.recommendations.getTraining({}, { signal }),
    refetchInterval: ({ state }) => ((state.data?.now ?? 'idle') === 'idle' ? false : LOOK_AGAIN_MS),
  })
  const train = useMutation({
    mutationFn: () => api.recommendations.trainNow({}),
    onSuccess: () => toast({ title: t('recommendations.ordered') }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  })
  const busy = training.data !== undefined && training.data.now !== 'idle'
  return (
    <Page
      title={t('recommendations.title')}
      tab={t('recommendations.title')}
      lead={t('recommendations.lead')}
      actions={
        <Button
          variant="primary"
          pending={train.isPending}
          disabled={training.data === undefined || busy}
          onClick={() => train.mutate()}
        >
          {t('recommendations.train')}
        </Button>
      }
    >
      {train.isError ? <Notice tone="danger">{failureText(train.error)}</Notice> : null}
      <Loaded query={training} loading={<TableSkeleton rows={3} />}>
        {(data) => <State training={data} />}
      </Loaded>
    </Page>
  )
}

function State({ training }: { training: Training }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { last, now, since, failed_at } = training
  return (
    <div className="flex flex-col gap-4">
      {failed_at === null ? null : (
        <Notice tone="warning" title={t('recommendations.failed')}>
          {t('recommendations.failedText', { when: format.dayTime(failed_at) })}
        </Notice>
      )}
      {last === null ? (
        <Card>
          <EmptyState icon={Sparkles} title={t('recommendations.never')}>
            {t('recommendations.neverText')}
          </EmptyState>
        </Card>
      ) : (
        <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
          <StatTile
            label={t('recommendations.trained')}
            value={format.ago(last.trained_at)}
            note={format.dayTime(last.trained_at)}
          />
          <StatTile
            label={t('recommendations.orders')}
            value={format.number(last.baskets)}
            note={t('recommendations.ofBuyers', { count: last.buyers })}
          />
          <StatTile label={t('recommendations.products')} value={format.number(last.products)} />
          <StatTile
            label={t('recommendations.took')}
            value={t('recommendations.seconds', { value: format.number(Math.ceil(last.seconds)) })}
          />
        </div>
      )}
      <Card
        title={t('recommendations.now')}
        action={
          <Badge tone={now === 'idle' ? 'neutral' : 'accent'}>{t(`recommendations.state.${now}`)}</Badge>
        }
      >
        <Facts
          items={[
            ...(since === null ? [] : [{ name: t('recommendations.since'), value: format.dayTime(since) }]),
            { name: t('recommendations.ownOrders'), value: format.number(training.baskets) },
            { name: t('recommendations.views'), value: format.number(training.views) },
            ...(last === null
              ? []
              : [{ name: t('recommendations.viewsLearnt'), value: format.number(last.views) }]),
          ]}
        />
        <p className="mt-3 text-control-sm text-ink-muted">{t('recommendations.when')}</p>
      </Card>
    </div>
  )
}
