import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Picture } from '@rampart/kit/picture.tsx'
import type { SaleSummary } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import type { Column } from '../list/data-table.tsx'
import { RowLink } from '../list/row-link.tsx'
import { OrderStatusBadge } from '../orders/order-status.tsx'

/** The columns of a seller's orders. */
export function useSaleColumns(): Column<SaleSummary>[] {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('orders.order'),
        className: 'w-full',
        cell: (sale) => (
          <div className="flex items-center gap-3">
            <Picture image={sale.picture} alt="" sizes="36px" className="size-9 shrink-0 rounded-sm" />
            <div className="min-w-0">
              <span className="figures">
                <RowLink to={`/orders/${sale.id}`}>{sale.number}</RowLink>
              </span>
              <p className="max-w-44 truncate text-xs text-ink-subtle sm:max-w-72">
                <span className="sm:hidden">{format.money(sale.total)} · </span>
                {t('sales.items', { name: sale.first_item_name, count: sale.item_count })}
              </p>
            </div>
          </div>
        ),
      },
      { id: 'status', header: t('common.status'), cell: (sale) => <OrderStatusBadge status={sale.status} /> },
      {
        id: 'placed_at',
        header: t('orders.placed'),
        from: 'sm',
        sortable: true,
        cell: (sale) => (
          <time
            dateTime={sale.placed_at}
            title={format.dayTime(sale.placed_at)}
            className="whitespace-nowrap text-ink-muted"
          >
            {format.ago(sale.placed_at)}
          </time>
        ),
      },
      {
        id: 'total',
        header: t('sales.total'),
        end: true,
        from: 'sm',
        className: 'whitespace-nowrap',
        cell: (sale) => format.money(sale.total),
      },
    ],
    [t, format],
  )
}
