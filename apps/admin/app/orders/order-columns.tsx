import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { Picture } from '@rampart/kit/picture.tsx'
import type { OrderSummary } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import type { Column } from '../list/data-table.tsx'
import { RowLink } from '../list/row-link.tsx'
import { FulfilmentBadge } from './fulfilment-badge.tsx'
import type { OrderSelection } from './use-order-selection.ts'
import { OrderStatusBadge, PaymentStatusBadge } from './order-status.tsx'

/** The columns of a list of orders. */
export function useOrderColumns(
  selection: Pick<OrderSelection, 'has' | 'set'> | null,
): Column<OrderSummary>[] {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('orders.order'),
        cell: (order) => (
          <div className="flex items-center gap-3">
            {selection === null ? null : (
              // Over the link that the row is.
              <Checkbox
                className="relative z-1 -m-2 p-2"
                label={
                  <span className="visually-hidden">
                    {t('fulfilment.bulk.select', { number: order.number })}
                  </span>
                }
                checked={selection.has(order.id)}
                onChange={(event) => selection.set([order], event.target.checked)}
              />
            )}
            <Picture image={order.picture} alt="" sizes="36px" className="size-9 shrink-0 rounded-sm" />
            <div className="min-w-0">
              <span className="figures">
                <RowLink to={`/orders/${order.id}`}>{order.number}</RowLink>
              </span>
              <p className="truncate text-xs text-ink-subtle md:hidden">
                {order.full_name || order.email || t('orders.buyerErased')}
              </p>
              <p className="hidden max-w-52 truncate text-xs text-ink-subtle md:block">
                {order.item_count > 1
                  ? t('orders.andMore', { name: order.first_item_name, count: order.item_count - 1 })
                  : order.first_item_name}
              </p>
            </div>
          </div>
        ),
      },
      {
        id: 'customer',
        header: t('orders.customer'),
        from: 'md',
        cell: (order) => (
          <div className="max-w-56">
            <p className="truncate">{order.full_name || order.email || t('orders.buyerErased')}</p>
            {order.full_name ? <p className="truncate text-xs text-ink-subtle">{order.email}</p> : null}
          </div>
        ),
      },
      {
        id: 'status',
        header: t('common.status'),
        cell: (order) => (
          <span className="flex flex-wrap gap-1">
            <OrderStatusBadge status={order.status} />
            <FulfilmentBadge fulfilment={order.fulfilment} />
          </span>
        ),
      },
      {
        id: 'payment',
        header: t('orders.payment'),
        from: 'lg',
        cell: (order) =>
          // The usual case stays quiet, so that the others stand out.
          order.payment_status === 'captured' ? (
            <span className="text-ink-muted">{t('orders.paymentStatus.captured')}</span>
          ) : (
            <PaymentStatusBadge status={order.payment_status} />
          ),
      },
      {
        id: 'placed_at',
        header: t('orders.placed'),
        from: 'sm',
        sortable: true,
        cell: (order) => (
          <time
            dateTime={order.placed_at}
            title={format.dayTime(order.placed_at)}
            className="whitespace-nowrap text-ink-muted"
          >
            {format.ago(order.placed_at)}
          </time>
        ),
      },
      {
        id: 'total',
        header: t('orders.total'),
        end: true,
        sortable: true,
        cell: (order) => format.money(order.total),
      },
    ],
    [t, format, selection],
  )
}
