import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ClipboardList } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { LinkTabs } from '@rampart/kit/tabs.tsx'
import { api, type Answer } from '../api.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { useFormat } from '../i18n/use-format.ts'
import { DataTable, type Column } from '../list/data-table.tsx'
import { Figures } from '../list/figures.tsx'
import { Loaded } from '../list/loaded.tsx'
import { Pager } from '../list/pager.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { oneOf, useListParams } from '../list/use-list-params.ts'
import { useCan } from '../session/use-me.ts'
import { BackLink } from '../shell/back-link.tsx'
import { Page } from '../shell/page.tsx'
import { TakeStatus, type StockTake } from '../warehouse/take-status.tsx'
import { useStockCommand } from '../warehouse/use-stock-command.ts'

type Line = Answer<'inventory', 'listStockTakeLines'>['items'][number]
type Act = 'apply' | 'discard'

const shows = ['all', 'differing', 'problems'] as const

export default function StockTakePage() {
  const { takeId = '' } = useParams()
  const take = useQuery({
    queryKey: ['inventory', 'take', takeId],
    queryFn: ({ signal }) => api.inventory.getStockTake({ stock_take_id: takeId }, { signal }),
    refetchInterval: ({ state }) => (state.data?.status === 'applying' ? 1_500 : false),
  })
  return (
    <Loaded query={take} page loading={<TableSkeleton />}>
      {(data) => <Detail take={data} />}
    </Loaded>
  )
}

function Detail({ take }: { take: StockTake }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const params = useListParams()
  const columns = useColumns()
  const [asked, setAsked] = useState<Act | null>(null)
  const show = oneOf(params.get('show'), shows) ?? 'all'
  const input = { stock_take_id: take.id, show, page: params.page }
  const lines = useQuery({
    queryKey: ['inventory', 'take-lines', input, take.applied + take.refused],
    queryFn: ({ signal }) => api.inventory.listStockTakeLines(input, { signal }),
    placeholderData: keepPreviousData,
  })
  const open = take.status === 'checked' && (can('inventory:write') || can('inventory:own'))
  const figures = (['lines', 'differing', 'problems', 'applied', 'refused'] as const).map(
    (name) => [t(`warehouse.${name}`), take[name]] as const,
  )
  return (
    <Page
      title={take.name}
      tab={take.name}
      above={<BackLink href="/inventory/stock-takes">{t('warehouse.takes')}</BackLink>}
      meta={<TakeStatus status={take.status} />}
      lead={`${take.location_name} · ${format.dayTime(take.created_at)}`}
      actions={
        open ? (
          <>
            <Button onClick={() => setAsked('discard')}>{t('warehouse.discard')}</Button>
            <Button variant="primary" disabled={take.differing === 0} onClick={() => setAsked('apply')}>
              {t('warehouse.apply')}
            </Button>
          </>
        ) : null
      }
    >
      <Figures figures={figures} />
      <LinkTabs
        label={t('warehouse.lines')}
        tabs={shows.map((each) => ({
          href: params.href({ show: each === 'all' ? null : each }),
          label: t(`warehouse.show.${each}`),
          current: each === show,
        }))}
      />
      <Card flush>
        <Loaded query={lines} loading={<TableSkeleton />}>
          {(page) =>
            page.items.length === 0 ? (
              <EmptyState icon={ClipboardList} title={t('warehouse.noLines')}>
                {t('warehouse.noLinesText')}
              </EmptyState>
            ) : (
              <>
                <DataTable
                  caption={t('warehouse.lines')}
                  columns={columns}
                  rows={page.items}
                  rowId={(line) => String(line.line)}
                />
                <Pager page={page} params={params} />
              </>
            )
          }
        </Loaded>
      </Card>
      {asked === null ? null : <ActDialog act={asked} take={take} onClose={() => setAsked(null)} />}
    </Page>
  )
}

function ActDialog({ act, take, onClose }: { act: Act; take: StockTake; onClose: () => void }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const input = { stock_take_id: take.id }
  const command = useStockCommand(
    () => (act === 'apply' ? api.inventory.applyStockTake(input) : api.inventory.discardStockTake(input)),
    t(act === 'apply' ? 'warehouse.begun' : 'warehouse.discarded'),
    onClose,
  )
  return (
    <FormDialog
      title={
        act === 'apply' ? t('warehouse.applyTitle', { count: take.differing }) : t('warehouse.discardTitle')
      }
      description={t(act === 'apply' ? 'warehouse.applyText' : 'warehouse.discardText')}
      submitLabel={t(act === 'apply' ? 'warehouse.apply' : 'warehouse.discard')}
      tone={act === 'apply' ? 'primary' : 'danger'}
      pending={command.isPending}
      failure={command.isError ? failureText(command.error) : null}
      onSubmit={() => command.mutate()}
      onClose={onClose}
    />
  )
}

function useColumns(): Column<Line>[] {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(() => {
    const figure = (value: number | null) => (value === null ? '' : format.number(value))
    return [
      {
        id: 'line',
        header: t('warehouse.line'),
        from: 'sm' as const,
        cell: (line) => <span className="text-ink-subtle">{format.number(line.line)}</span>,
      },
      {
        id: 'sku',
        header: t('stock.sku'),
        className: 'w-full',
        cell: (line) => (
          <div className="min-w-0">
            <span className="font-mono text-xs">{line.sku}</span>
            <p className="text-xs text-ink-subtle">
              {line.problem === null ? line.product_name : t(`warehouse.problem.${line.problem}`)}
            </p>
          </div>
        ),
      },
      {
        id: 'expected',
        header: t('warehouse.expected'),
        end: true,
        from: 'sm' as const,
        cell: (line) => figure(line.expected),
      },
      { id: 'counted', header: t('warehouse.counted'), end: true, cell: (line) => figure(line.counted) },
      {
        id: 'difference',
        header: t('warehouse.difference'),
        end: true,
        cell: (line) => (
          <span className="font-medium">
            {line.difference === null ? '' : format.signed(line.difference)}
          </span>
        ),
      },
      {
        id: 'status',
        header: t('warehouse.result'),
        from: 'md' as const,
        cell: (line) => <span className="whitespace-nowrap">{t(`warehouse.lineStatus.${line.status}`)}</span>,
      },
    ]
  }, [t, format])
}
