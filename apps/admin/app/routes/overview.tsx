import { useTranslation } from 'react-i18next'
import { Checklist } from '../overview/checklist.tsx'
import { LowStock, NewestOrders, ToShip } from '../overview/overview-lists.tsx'
import { NewestSales } from '../overview/newest-sales.tsx'
import { SalesSection } from '../overview/sales-section.tsx'
import { useCan, useMe } from '../session/use-me.ts'
import { Page } from '../shell/page.tsx'

function greeting(hour: number): 'morning' | 'afternoon' | 'evening' {
  if (hour >= 4 && hour < 12) return 'morning'
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening'
}

export default function Overview() {
  const { t } = useTranslation()
  const me = useMe()
  const can = useCan()
  const name = me.full_name.split(' ')[0] || me.email
  const orders = can('orders:read')
  return (
    <Page title={t(`overview.${greeting(new Date().getHours())}`, { name })} tab={t('overview.title')}>
      <Checklist />
      {orders ? <SalesSection /> : null}
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-5">
          {orders ? <ToShip /> : null}
          {can('inventory:read') || can('inventory:own') ? <LowStock /> : null}
        </div>
        <div className="min-w-0">
          {orders ? <NewestOrders /> : can('orders:own') ? <NewestSales /> : null}
        </div>
      </div>
    </Page>
  )
}
