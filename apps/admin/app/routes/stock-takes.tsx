import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ClipboardList, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { api } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { DataTable, type Column } from '../list/data-table.tsx'
import { Loaded } from '../list/loaded.tsx'
import { Pager } from '../list/pager.tsx'
import { RowLink } from '../list/row-link.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { useListParams } from '../list/use-list-params.ts'
import { useCan } from '../session/use-me.ts'
import { BackLink } from '../shell/back-link.tsx'
import { Page } from '../shell/page.tsx'
import { locationsQuery } from '../warehouse/locations-query.ts'
import { TakeStatus, type StockTake } from '../warehouse/take-status.tsx'
import { UploadDialog } from '../warehouse/upload-dialog.tsx'

export default function StockTakes() {
  const { t } = useTranslation()
  const can = useCan()
  const params = useListParams()
  const columns = useColumns()
  const locations = useQuery(locationsQuery)
  const main = locations.data?.items[0]?.id
  const [uploading, setUploading] = useState(false)
  const takes = useQuery({
    queryKey: ['inventory', 'takes', params.page],
    queryFn: ({ signal }) => api.inventory.listStockTakes({ page: params.page }, { signal }),
    placeholderData: keepPreviousData,
  })
  const upload =
    can('inventory:write') || can('inventory:own') ? (
      <Button variant="primary" disabled={main === undefined} onClick={() => setUploading(true)}>
        <Icon icon={Plus} size="sm" />
        {t('warehouse.newTake')}
      </Button>
    ) : null
  return (
    <Page
      title={t('warehouse.takes')}
      tab={t('warehouse.takes')}
      lead={t('warehouse.takesLead')}
      above={<BackLink href="/inventory">{t('stock.title')}</BackLink>}
      actions={upload}
    >
      <Card flush>
        <Loaded query={takes} loading={<TableSkeleton rows={4} />}>
          {(page) =>
            page.items.length === 0 ? (
              <EmptyState icon={ClipboardList} title={t('warehouse.takesEmpty')}>
                {t('warehouse.takesEmptyText')}
              </EmptyState>
            ) : (
              <>
                <DataTable
                  caption={t('warehouse.takes')}
                  columns={columns}
                  rows={page.items}
                  rowId={(take) => take.id}
                />
                <Pager page={page} params={params} />
              </>
            )
          }
        </Loaded>
      </Card>
      {uploading && main !== undefined ? (
        <UploadDialog main={main} onClose={() => setUploading(false)} />
      ) : null}
    </Page>
  )
}

function useColumns(): Column<StockTake>[] {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('warehouse.takeName'),
        className: 'w-full',
        cell: (take) => (
          <div className="min-w-0">
            <RowLink to={`/inventory/stock-takes/${take.id}`}>{take.name}</RowLink>
            <p className="text-xs text-ink-subtle">
              {take.location_name} · {format.dayTime(take.created_at)}
            </p>
          </div>
        ),
      },
      {
        id: 'differing',
        header: t('warehouse.differing'),
        end: true,
        from: 'sm',
        cell: (take) => format.number(take.differing),
      },
      {
        id: 'problems',
        header: t('warehouse.problems'),
        end: true,
        from: 'sm',
        cell: (take) => format.number(take.problems),
      },
      { id: 'status', header: t('warehouse.result'), cell: (take) => <TakeStatus status={take.status} /> },
    ],
    [t, format],
  )
}
