import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { ListChecks } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { LinkTabs } from '@rampart/kit/tabs.tsx'
import { api } from '../api.ts'
import { saveFile } from '../audit/save-file.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { useFormat } from '../i18n/use-format.ts'
import { DataTable, type Column } from '../list/data-table.tsx'
import { Loaded } from '../list/loaded.tsx'
import { Pager } from '../list/pager.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { oneOf, useListParams } from '../list/use-list-params.ts'
import { RowReason } from './row-reason.tsx'
import type { Transfer, TransferRow } from './transfers-query.ts'

const outcomes = ['created', 'updated', 'unchanged', 'refused'] as const
const tones = { created: 'success', updated: 'info', unchanged: 'neutral', refused: 'danger' } as const

/** What became, or would become, of each row. */
export function RowsCard({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const params = useListParams()
  const columns = useColumns()
  const show = oneOf(params.get('show'), outcomes)
  const { id: transfer_id, records, phase } = transfer
  const rows = useQuery({
    queryKey: ['transfers', transfer_id, 'rows', phase, records, show, params.page],
    queryFn: ({ signal }) =>
      api.catalog.listTransferRows(
        { transfer_id, page: params.page, ...(show === undefined ? {} : { outcome: show }) },
        { signal },
      ),
    placeholderData: keepPreviousData,
  })
  const download = useMutation({
    mutationFn: async () => saveFile(await api.catalog.downloadRefusals({ transfer_id })),
  })
  return (
    <>
      {download.isError ? <Notice tone="danger">{failureText(download.error)}</Notice> : null}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <LinkTabs
          label={t('transfers.rows')}
          tabs={[undefined, ...outcomes].map((outcome) => ({
            href: params.href({ show: outcome ?? null }),
            label: outcome === undefined ? t('common.all') : t(`transfers.outcome.${outcome}`),
            current: outcome === show,
          }))}
        />
        {transfer.refused > 0 ? (
          <Button size="sm" pending={download.isPending} onClick={() => download.mutate()}>
            {t('transfers.downloadRefused')}
          </Button>
        ) : null}
      </div>
      <Card flush>
        <Loaded query={rows} loading={<TableSkeleton />}>
          {(page) =>
            page.items.length === 0 ? (
              <EmptyState icon={ListChecks} title={t('transfers.noRows')}>
                {t('transfers.noRowsText')}
              </EmptyState>
            ) : (
              <>
                <DataTable
                  caption={t('transfers.rows')}
                  columns={columns}
                  rows={page.items}
                  rowId={(row) => `${row.line}-${row.outcome}`}
                />
                <Pager page={page} params={params} />
              </>
            )
          }
        </Loaded>
      </Card>
    </>
  )
}

function useColumns(): Column<TransferRow>[] {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'line',
        header: t('transfers.line'),
        end: true,
        cell: ({ line }) => <span className="text-ink-subtle">{format.number(line)}</span>,
      },
      {
        id: 'product',
        header: t('transfers.product'),
        className: 'w-full',
        cell: (row) => (
          <div className="flex min-w-0 flex-col gap-1">
            <span className="wrap-anywhere">
              {row.name} <span className="font-mono text-xs text-ink-subtle">{row.sku}</span>
            </span>
            <RowReason row={row} />
          </div>
        ),
      },
      {
        id: 'outcome',
        header: t('transfers.result'),
        cell: ({ outcome }) => <Badge tone={tones[outcome]}>{t(`transfers.outcome.${outcome}`)}</Badge>,
      },
    ],
    [t, format],
  )
}
