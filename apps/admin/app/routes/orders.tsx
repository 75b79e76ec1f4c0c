import { useQueries, useQuery } from '@tanstack/react-query'
import { Inbox, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { LinkTabs } from '@rampart/kit/tabs.tsx'
import { DateField } from '../form/date-field.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { DataTable } from '../list/data-table.tsx'
import { Loaded } from '../list/loaded.tsx'
import { Pager } from '../list/pager.tsx'
import { SearchBox } from '../list/search-box.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { oneOf, useListParams } from '../list/use-list-params.ts'
import { BulkBar } from '../orders/bulk-bar.tsx'
import { listOrdersQuery } from '../orders/list-orders-query.ts'
import { useOrderColumns } from '../orders/order-columns.tsx'
import { OrderKeys } from '../orders/order-keys.tsx'
import { orderStatuses } from '../orders/order-status.tsx'
import { useOrderSelection } from '../orders/use-order-selection.ts'
import { SalesList } from '../sales/sales-list.tsx'
import { useCan } from '../session/use-me.ts'
import { Page } from '../shell/page.tsx'

const sorts = ['placed_at', '-placed_at', 'total', '-total'] as const

/** Counted beside their tabs: what waits for the merchant. */
const toDo = ['paid', 'processing'] as const

function day(value: string | undefined): string | undefined {
  return value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined
}

/** Everybody's orders; a seller's sales for who is held to their own. */
export default function Orders() {
  const can = useCan()
  return can('orders:read') ? <AllOrders /> : <SalesList />
}

function AllOrders() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const selection = useOrderSelection()
  const columns = useOrderColumns(selection)
  const filters = {
    status: oneOf(params.get('status'), orderStatuses),
    q: params.get('q'),
    placed_from: day(params.get('from')),
    placed_to: day(params.get('to')),
  }
  const sort = oneOf(params.get('sort'), sorts)
  const orders = useQuery(listOrdersQuery({ ...filters, sort, page: params.page }))
  const counts = useQueries({ queries: toDo.map((status) => listOrdersQuery({ status, page_size: 1 })) })
  const countOf = (status: string) => {
    const total = counts[toDo.findIndex((entry) => entry === status)]?.data?.total
    return total ? format.number(total) : undefined
  }
  const filtered = Object.values(filters).some((value) => value !== undefined)
  return (
    <Page title={t('orders.title')} tab={t('orders.title')}>
      <LinkTabs
        label={t('orders.tabs')}
        tabs={[
          {
            href: params.href({ status: null }),
            label: t('common.all'),
            current: filters.status === undefined,
          },
          ...orderStatuses.map((status) => ({
            href: params.href({ status }),
            label: t(`orders.status.${status}`),
            count: countOf(status),
            current: filters.status === status,
          })),
        ]}
      />
      <div className="flex flex-wrap items-end gap-2">
        <SearchBox params={params} label={t('orders.search')} />
        <DateField
          label={t('orders.from')}
          value={filters.placed_from}
          onChange={(from) => params.set({ from })}
        />
        <DateField label={t('orders.to')} value={filters.placed_to} onChange={(to) => params.set({ to })} />
        {filtered ? (
          <Button variant="ghost" onClick={() => params.set({ status: null, q: null, from: null, to: null })}>
            {t('common.clearFilters')}
          </Button>
        ) : null}
        <span className="ml-auto">
          <OrderKeys />
        </span>
      </div>
      <BulkBar selection={selection} />
      <Card flush>
        <Loaded query={orders} loading={<TableSkeleton pictures />}>
          {(page) =>
            page.items.length > 0 ? (
              <>
                <div className="px-cell-x pt-3 pb-1">
                  <Checkbox
                    label={t('fulfilment.bulk.selectAll')}
                    checked={page.items.every(({ id }) => selection.has(id))}
                    onChange={(event) => selection.set(page.items, event.target.checked)}
                  />
                </div>
                <DataTable
                  caption={t('orders.title')}
                  columns={columns}
                  rows={page.items}
                  rowId={(order) => order.id}
                  sort={sort ?? '-placed_at'}
                  onSort={(next) => params.set({ sort: next })}
                />
                <Pager page={page} params={params} />
              </>
            ) : filtered || page.total > 0 ? (
              <EmptyState icon={SearchX} title={t('orders.noMatch')}>
                {t('orders.noMatchText')}
              </EmptyState>
            ) : (
              <EmptyState icon={Inbox} title={t('orders.empty')}>
                {t('orders.emptyText')}
              </EmptyState>
            )
          }
        </Loaded>
      </Card>
    </Page>
  )
}
