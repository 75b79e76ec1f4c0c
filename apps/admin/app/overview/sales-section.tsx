import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { StatTile } from '@rampart/kit/stat-tile.tsx'
import type { Money } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Loaded } from '../list/loaded.tsx'
import { useShopCurrency } from '../money/use-shop-currency.ts'
import { recentOrdersQuery } from './recent-orders-query.ts'
import { DAYS, lastDays, salesOf } from './sales.ts'

const SalesChart = lazy(async () => ({ default: (await import('./sales-chart.tsx')).SalesChart }))

/** Orders and sales of today and of the last 30 days, counted from the orders themselves. */
export function SalesSection() {
  const { t } = useTranslation()
  const format = useFormat()
  const [now] = useState(() => new Date())
  const shopCurrency = useShopCurrency()
  const recent = useQuery(recentOrdersQuery(now))
  return (
    <Loaded query={recent} loading={<SalesSkeleton />}>
      {({ orders, cut }) => {
        const month = salesOf(orders, lastDays(now, DAYS))
        const today = salesOf(orders, lastDays(now, 1))
        const currency = orders[0]?.total.currency ?? shopCurrency
        const money = (value: Money | null) =>
          value ? format.money(value) : currency ? format.money({ amount: '0', currency }) : '–'
        const cutNote = cut ? t('overview.cut', { count: orders.length }) : undefined
        return (
          <>
            <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
              <StatTile label={t('overview.ordersToday')} value={format.number(today.orders)} />
              <StatTile label={t('overview.salesToday')} value={money(today.value)} />
              <StatTile label={t('overview.orders30')} value={format.number(month.orders)} note={cutNote} />
              <StatTile label={t('overview.sales30')} value={money(month.value)} note={cutNote} />
            </div>
            {currency && orders.length > 0 ? (
              <Card
                title={t('overview.perDay')}
                action={
                  <span className="hidden text-right text-xs text-ink-subtle sm:block">
                    {t('overview.salesNote')}
                  </span>
                }
              >
                <Suspense fallback={<Skeleton className="h-45 w-full" />}>
                  <SalesChart
                    sales={month}
                    currency={currency}
                    format={format}
                    ordersLabel={(count) => `${format.number(count)} ${t('orders.title')}`}
                  />
                </Suspense>
              </Card>
            ) : null}
          </>
        )
      }}
    </Loaded>
  )
}

function SalesSkeleton() {
  return (
    <div className="flex flex-col gap-5">
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {Array.from({ length: 4 }, (_, index) => (
          <Skeleton key={index} className="h-21 w-full rounded-lg" />
        ))}
      </div>
      <Skeleton className="h-60 w-full rounded-lg" />
    </div>
  )
}
