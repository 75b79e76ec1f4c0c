import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Boxes, CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { LinkTabs } from '@rampart/kit/tabs.tsx'
import { api, type StockLine } from '../api.ts'
import { stockName, useStockColumns } from '../inventory/stock-columns.tsx'
import { StockDialog } from '../inventory/stock-dialog.tsx'
import { DataTable } from '../list/data-table.tsx'
import { Loaded } from '../list/loaded.tsx'
import { Pager } from '../list/pager.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { useListParams } from '../list/use-list-params.ts'
import { useCan } from '../session/use-me.ts'
import { Page } from '../shell/page.tsx'

export default function Inventory() {
  const { t } = useTranslation()
  const params = useListParams()
  const can = useCan()
  const [adjusting, setAdjusting] = useState<StockLine | null>(null)
  const columns = useStockColumns(can('inventory:write') || can('inventory:own') ? setAdjusting : null)
  const low = params.get('low') === 'true'
  const input = { page: params.page, ...(low ? { low: 'true' as const } : {}) }
  const stock = useQuery({
    queryKey: ['inventory', 'list', input],
    queryFn: ({ signal }) => api.inventory.listStock(input, { signal }),
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={t('stock.title')} tab={t('stock.title')} lead={t('stock.lead')}>
      <LinkTabs
        label={t('stock.tabs')}
        tabs={[
          { href: params.href({ low: null }), label: t('common.all'), current: !low },
          { href: params.href({ low: 'true' }), label: t('stock.low'), current: low },
        ]}
      />
      <Card flush>
        <Loaded query={stock} loading={<TableSkeleton />}>
          {(page) =>
            page.items.length > 0 ? (
              <>
                <DataTable
                  caption={t('stock.title')}
                  columns={columns}
                  rows={page.items}
                  rowId={(line) => line.variant_id}
                />
                <Pager page={page} params={params} />
              </>
            ) : low ? (
              <EmptyState icon={CircleCheck} title={t('stock.noLow')}>
                {t('stock.noLowText')}
              </EmptyState>
            ) : (
              <EmptyState icon={Boxes} title={t('stock.empty')}>
                {t('stock.emptyText')}
              </EmptyState>
            )
          }
        </Loaded>
      </Card>
      {adjusting ? (
        <StockDialog
          variantId={adjusting.variant_id}
          name={stockName(adjusting, t('stock.unknown'))}
          onClose={() => setAdjusting(null)}
        />
      ) : null}
    </Page>
  )
}
