import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../list/data-table.tsx'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { listSalesQuery } from '../sales/list-sales-query.ts'
import { useSaleColumns } from '../sales/sale-columns.tsx'
import { ListCard, Nothing } from './overview-lists.tsx'

const SHOWN = 8

/** What a seller has sold lately. */
export function NewestSales() {
  const { t } = useTranslation()
  const columns = useSaleColumns().filter(({ id }) => id !== 'placed_at')
  const sales = useQuery(listSalesQuery({ page_size: SHOWN }))
  return (
    <ListCard title={t('overview.newest')} href="/orders">
      <Loaded query={sales} loading={<TableSkeleton rows={3} pictures />}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing>{t('sales.emptyText')}</Nothing>
          ) : (
            <DataTable
              caption={t('overview.newest')}
              columns={columns}
              rows={items}
              rowId={(sale) => sale.id}
            />
          )
        }
      </Loaded>
    </ListCard>
  )
}
