import { useQuery } from '@tanstack/react-query'
import { Inbox, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { LinkTabs } from '@rampart/kit/tabs.tsx'
import { DataTable } from '../list/data-table.tsx'
import { Loaded } from '../list/loaded.tsx'
import { Pager } from '../list/pager.tsx'
import { SearchBox } from '../list/search-box.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { oneOf, useListParams } from '../list/use-list-params.ts'
import { orderStatuses } from '../orders/order-status.tsx'
import { Page } from '../shell/page.tsx'
import { listSalesQuery } from './list-sales-query.ts'
import { useSaleColumns } from './sale-columns.tsx'

const sorts = ['placed_at', '-placed_at'] as const

/** A seller hears of an order when it is paid. */
const statuses = orderStatuses.filter((status) => status !== 'pending_payment')

/** The orders in which the seller who looks has sold something. */
export function SalesList() {
  const { t } = useTranslation()
  const params = useListParams()
  const columns = useSaleColumns()
  const filters = { status: oneOf(params.get('status'), statuses), q: params.get('q') }
  const sort = oneOf(params.get('sort'), sorts)
  const sales = useQuery(listSalesQuery({ ...filters, sort, page: params.page }))
  const filtered = Object.values(filters).some((value) => value !== undefined)
  return (
    <Page title={t('orders.title')} tab={t('orders.title')} lead={t('sales.lead')}>
      <LinkTabs
        label={t('orders.tabs')}
        tabs={[
          {
            href: params.href({ status: null }),
            label: t('common.all'),
            current: filters.status === undefined,
          },
          ...statuses.map((status) => ({
            href: params.href({ status }),
            label: t(`orders.status.${status}`),
            current: filters.status === status,
          })),
        ]}
      />
      <SearchBox params={params} label={t('sales.search')} />
      <Card flush>
        <Loaded query={sales} loading={<TableSkeleton pictures />}>
          {(page) =>
            page.items.length > 0 ? (
              <>
                <DataTable
                  caption={t('orders.title')}
                  columns={columns}
                  rows={page.items}
                  rowId={(sale) => sale.id}
                  sort={sort ?? '-placed_at'}
                  onSort={(next) => params.set({ sort: next })}
                />
                <Pager page={page} params={params} />
              </>
            ) : filtered || page.total > 0 ? (
              <EmptyState icon={SearchX} title={t('orders.noMatch')}>
                {t('sales.noMatchText')}
              </EmptyState>
            ) : (
              <EmptyState icon={Inbox} title={t('sales.empty')}>
                {t('sales.emptyText')}
              </EmptyState>
            )
          }
        </Loaded>
      </Card>
    </Page>
  )
}
