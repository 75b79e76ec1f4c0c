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
import { DAYS, lastDays, type Sales, salesOf } from './sales.ts'

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
        const currency = shopCurrency ?? orders[0]?.total.currency ?? ''
        const month = salesOf(orders, lastDays(now, DAYS), currency)
        const today = salesOf(orders, lastDays(now, 1), currency)
        const money = (value: Money | null) =>
          value ? format.money(value) : currency ? format.money({ amount: '0', currency }) : '–'
        const cutNote = cut ? t('overview.cut', { count: orders.length }) : undefined
        const besides = ({ others }: Sales) =>
          others.length ? t('overview.besides', { amounts: others.map(format.money).join(', ') }) : undefined
        const monthNote = [besides(month), cutNote].filter((note) => note !== undefined).join(' ')
        return (
          <div className="flex flex-col gap-5">
            <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
              <StatTile label={t('overview.ordersToday')} value={format.number(today.orders)} />
              <StatTile label={t('overview.salesToday')} value={money(today.value)} note={besides(today)} />
              <StatTile label={t('overview.orders30')} value={format.number(month.orders)} note={cutNote} />
              <StatTile label={t('overview.sales30')} value={money(month.value)} note={monthNote} />
            </div>
            {currency && orders.length > 0 ? (
              <Card
                title={t('overview.perDay')}
                action={
                  <span className="hidden text-right text-xs text-ink-subtle sm:block">
                    {t('overview.salesNote')}
                    {month.others.length ? ` ${t('overview.oneCurrency', { currency })}` : null}
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
          </div>
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
