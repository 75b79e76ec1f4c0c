import { useTranslation } from 'react-i18next'
import { KitLink } from '@rampart/kit/link.tsx'
import { formatMoney } from '@rampart/kit/money.ts'
import { Picture } from '@rampart/kit/picture.tsx'
import type { PublicClient } from '@rampart/client/public-client.ts'
import { useEnvironment } from '../environment.tsx'
import { DateText } from '../layout/date-text.tsx'
import { OrderStatusBadge } from '../orders/order-status.tsx'

type Summary = Awaited<ReturnType<PublicClient['orders']['listOrders']>>['items'][number]

/** A customer's orders: a line each, wide or narrow, the whole of it a link. */
export function OrderTable({ orders }: { orders: Summary[] }) {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  return (
    <ul className="divide-y divide-line border-y border-line">
      {orders.map((order) => (
        <li key={order.id} className="relative flex items-center gap-4 py-4 transition-colors hover:bg-hover">
          <Picture
            image={order.picture}
            alt=""
            sizes="4rem"
            className="aspect-[4/5] w-14 shrink-0 rounded-sm"
          />
          <div className="grid min-w-0 flex-1 gap-x-6 gap-y-1 sm:grid-cols-[1.2fr_1fr_auto] sm:items-center">
            <div className="min-w-0">
              <KitLink href={`/orders/${order.id}`} className="font-medium after:absolute after:inset-0">
                {t('order.title', { number: order.number })}
              </KitLink>
              <p className="truncate text-sm text-ink-muted">
                {order.first_item_name}
                {order.item_count > 1 ? ` ${t('account.andMore', { count: order.item_count - 1 })}` : null}
              </p>
            </div>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-muted">
              <DateText value={order.placed_at} />
              <OrderStatusBadge status={order.status} />
            </p>
            <p className="figures font-medium sm:text-right">{formatMoney(order.total, locale)}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
