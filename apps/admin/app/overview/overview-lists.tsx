import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Picture } from '@rampart/kit/picture.tsx'
import { api, type OrderSummary } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { stockName } from '../inventory/stock-columns.tsx'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { listOrdersQuery } from '../orders/list-orders-query.ts'
import { OrderStatusBadge } from '../orders/order-status.tsx'

const SHOWN = 5
const NEWEST = 11

/** A card with a short list, and the way to all of it. */
export function ListCard({
  title,
  count,
  href,
  children,
}: {
  title: string
  count?: string | undefined
  href: string
  children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <Card
      flush
      title={
        <>
          {title}
          {count ? <span className="figures ml-2 font-normal text-ink-subtle">{count}</span> : null}
        </>
      }
      action={
        <KitLink href={href} className="text-control-sm text-ink-subtle hover:text-ink hover:underline">
          {t('overview.seeAll')}
        </KitLink>
      }
    >
      {children}
    </Card>
  )
}

/** What such a card says when there is nothing to list. */
export function Nothing({ children }: { children: string }) {
  return <p className="px-5 py-6 text-control-sm text-ink-subtle">{children}</p>
}

function OrderLine({ order }: { order: OrderSummary }) {
  const format = useFormat()
  return (
    <li>
      <KitLink
        href={`/orders/${order.id}`}
        className="flex items-center gap-3 px-5 py-2.5 -outline-offset-2! transition-colors hover:bg-hover"
      >
        <Picture image={order.picture} alt="" sizes="36px" className="size-9 shrink-0 rounded-sm" />
        <span className="min-w-0 flex-1">
          <span className="figures block text-control-sm font-medium">{order.number}</span>
          <span className="block truncate text-xs text-ink-subtle">{order.full_name || order.email}</span>
        </span>
        <span className="hidden sm:block">
          <OrderStatusBadge status={order.status} />
        </span>
        <span className="w-20 shrink-0 text-right">
          <span className="figures block text-control-sm">{format.money(order.total)}</span>
          <span className="block text-xs text-ink-subtle">{format.ago(order.placed_at)}</span>
        </span>
      </KitLink>
    </li>
  )
}

/** The oldest orders that are paid or in the making: what to do next. */
export function ToShip() {
  const { t } = useTranslation()
  const format = useFormat()
  const paid = useQuery(listOrdersQuery({ status: 'paid', sort: 'placed_at', page_size: SHOWN }))
  const processing = useQuery(listOrdersQuery({ status: 'processing', sort: 'placed_at', page_size: SHOWN }))
  const failed = paid.isError ? paid : processing.isError ? processing : paid
  const data = paid.data && processing.data ? { paid: paid.data, processing: processing.data } : undefined
  const total = data ? data.paid.total + data.processing.total : 0
  return (
    <ListCard
      title={t('overview.toShip')}
      count={total > 0 ? format.number(total) : undefined}
      href="/orders?status=paid"
    >
      <Loaded
        query={{ ...failed, data, refetch: () => Promise.all([paid.refetch(), processing.refetch()]) }}
        loading={<TableSkeleton rows={3} pictures />}
      >
        {(both) => {
          const orders = [...both.paid.items, ...both.processing.items]
            .sort((a, b) => a.placed_at.localeCompare(b.placed_at))
            .slice(0, SHOWN)
          if (orders.length === 0) return <Nothing>{t('overview.toShipEmpty')}</Nothing>
          return (
            <ul className="divide-y divide-line">
              {orders.map((order) => (
                <OrderLine key={order.id} order={order} />
              ))}
            </ul>
          )
        }}
      </Loaded>
    </ListCard>
  )
}

export function NewestOrders() {
  const { t } = useTranslation()
  const orders = useQuery(listOrdersQuery({ page_size: NEWEST }))
  return (
    <ListCard title={t('overview.newest')} href="/orders">
      <Loaded query={orders} loading={<TableSkeleton rows={3} pictures />}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing>{t('overview.newestEmpty')}</Nothing>
          ) : (
            <ul className="divide-y divide-line">
              {items.map((order) => (
                <OrderLine key={order.id} order={order} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </ListCard>
  )
}

export function LowStock() {
  const { t } = useTranslation()
  const stock = useQuery({
    queryKey: ['inventory', 'low'],
    queryFn: ({ signal }) => api.inventory.listStock({ low: 'true', page_size: SHOWN }, { signal }),
  })
  return (
    <ListCard title={t('overview.low')} href="/inventory?low=true">
      <Loaded query={stock} loading={<TableSkeleton rows={3} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing>{t('overview.lowEmpty')}</Nothing>
          ) : (
            <ul className="divide-y divide-line">
              {items.map((line) => (
                <li key={line.variant_id}>
                  <KitLink
                    href={line.product_id === null ? '/inventory?low=true' : `/products/${line.product_id}`}
                    className="flex items-center gap-3 px-5 py-2.5 -outline-offset-2! transition-colors hover:bg-hover"
                  >
                    <span className="min-w-0 flex-1">
                      <span className="block truncate text-control-sm font-medium">
                        {stockName(line, t('stock.unknown'))}
                      </span>
                      <span className="block truncate text-xs text-ink-subtle">{line.sku}</span>
                    </span>
                    <span
                      className={`figures text-control-sm whitespace-nowrap ${line.available <= 0 ? 'font-medium text-danger' : 'text-ink-muted'}`}
                    >
                      {t('overview.left', { count: line.available })}
                    </span>
                  </KitLink>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </ListCard>
  )
}
