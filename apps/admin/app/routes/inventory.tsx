import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Boxes, CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { LinkTabs } from '@rampart/kit/tabs.tsx'
import { api, type StockLine } from '../api.ts'
import { BulkAdjustDialog } from '../inventory/bulk-adjust-dialog.tsx'
import { stockName, useStockColumns } from '../inventory/stock-columns.tsx'
import { StockDialog } from '../inventory/stock-dialog.tsx'
import { useStockSelection } from '../inventory/use-stock-selection.ts'
import { DataTable } from '../list/data-table.tsx'
import { Loaded } from '../list/loaded.tsx'
import { Pager } from '../list/pager.tsx'
import { SearchBox } from '../list/search-box.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { useListParams } from '../list/use-list-params.ts'
import { useCan } from '../session/use-me.ts'
import { Page } from '../shell/page.tsx'
import { LocationSelect } from '../warehouse/location-select.tsx'
import { locationsQuery } from '../warehouse/locations-query.ts'

/** As many as the API takes at once. */
const MOST_AT_ONCE = 200

export default function Inventory() {
  const { t } = useTranslation()
  const params = useListParams()
  const can = useCan()
  const [adjusting, setAdjusting] = useState<StockLine | null>(null)
  const low = params.get('low') === 'true'
  const [location_id, q] = [params.get('location'), params.get('q')]
  const writable = can('inventory:write') || can('inventory:own')
  const selection = useStockSelection()
  const [bulk, setBulk] = useState(false)
  const columns = useStockColumns(
    writable ? setAdjusting : null,
    location_id !== undefined,
    writable ? selection : null,
  )
  const locations = useQuery(locationsQuery)
  const input = {
    page: params.page,
    ...(low ? { low: 'true' as const } : {}),
    ...(location_id === undefined ? {} : { location_id }),
    ...(q === undefined ? {} : { q }),
  }
  const stock = useQuery({
    queryKey: ['inventory', 'list', input],
    queryFn: ({ signal }) => api.inventory.listStock(input, { signal }),
    placeholderData: keepPreviousData,
  })
  return (
    <Page
      title={t('stock.title')}
      tab={t('stock.title')}
      lead={t('stock.lead')}
      actions={
        <>
          <LinkButton href="/inventory/locations">{t('warehouse.locations')}</LinkButton>
          <LinkButton href="/inventory/stock-takes">{t('warehouse.takes')}</LinkButton>
        </>
      }
    >
      <LinkTabs
        label={t('stock.tabs')}
        tabs={[
          { href: params.href({ low: null }), label: t('common.all'), current: !low },
          { href: params.href({ low: 'true' }), label: t('stock.low'), current: low },
        ]}
      />
      <div className="flex flex-wrap gap-3">
        <SearchBox params={params} label={t('warehouse.search')} />
        {(locations.data?.items.length ?? 0) > 1 ? (
          <LocationSelect
            label={t('warehouse.location')}
            labelHidden
            any={t('warehouse.everywhere')}
            value={location_id ?? ''}
            onChoose={(id) => params.set({ location: id })}
          />
        ) : null}
      </div>
      {selection.lines.length > 0 ? (
        <div role="status" className="flex flex-wrap items-center gap-2 text-control-sm">
          <span className="mr-2">{t('stock.bulk.selected', { count: selection.lines.length })}</span>
          <Button size="sm" variant="primary" onClick={() => setBulk(true)}>
            {t('stock.bulk.adjust')}
          </Button>
          <Button size="sm" variant="ghost" onClick={selection.clear}>
            {t('stock.bulk.clear')}
          </Button>
        </div>
      ) : null}
      <Card flush>
        <Loaded query={stock} loading={<TableSkeleton />}>
          {(page) =>
            page.items.length > 0 ? (
              <>
                {writable ? (
                  <div className="px-cell-x pt-3 pb-1">
                    <Checkbox
                      label={t('stock.bulk.selectAll')}
                      checked={page.items.every(({ variant_id }) => selection.has(variant_id))}
                      onChange={(event) => selection.set(page.items, event.target.checked)}
                    />
                  </div>
                ) : null}
                <DataTable
                  caption={t('stock.title')}
                  columns={columns}
                  rows={page.items}
                  rowId={(line) => line.variant_id}
                />
                <Pager page={page} params={params} />
              </>
            ) : location_id !== undefined || q !== undefined ? (
              <EmptyState icon={Boxes} title={t('warehouse.noneHere')}>
                {t('warehouse.noneHereText')}
              </EmptyState>
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
      {bulk ? (
        <BulkAdjustDialog
          lines={selection.lines.slice(0, MOST_AT_ONCE)}
          onDone={(refused) => {
            selection.keep(refused)
            if (refused.length === 0) setBulk(false)
          }}
          onClose={() => setBulk(false)}
        />
      ) : null}
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
