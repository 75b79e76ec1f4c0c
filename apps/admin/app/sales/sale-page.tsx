import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { Facts } from '@rampart/kit/facts.tsx'
import { Timeline } from '@rampart/kit/timeline.tsx'
import { api, type Answer } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Loaded } from '../list/loaded.tsx'
import { AddressLines } from '../orders/address-lines.tsx'
import { ItemsCard } from '../orders/order-items.tsx'
import { OrderSkeleton } from '../orders/order-skeleton.tsx'
import { OrderStatusBadge } from '../orders/order-status.tsx'
import { ShipmentCard } from '../orders/shipment-card.tsx'
import { ShipmentsCard } from '../orders/shipments-card.tsx'
import { BackLink } from '../shell/back-link.tsx'
import { Page } from '../shell/page.tsx'

/** The seller's own part of an order. */
export function SalePage({ orderId }: { orderId: string }) {
  const sale = useQuery({
    queryKey: ['orders', 'sale', orderId],
    queryFn: ({ signal }) => api.orders.getSale({ order_id: orderId }, { signal }),
  })
  return (
    <Loaded query={sale} page loading={<OrderSkeleton />}>
      {(data) => <SaleDetail sale={data} />}
    </Loaded>
  )
}

function SaleDetail({ sale }: { sale: Answer<'orders', 'getSale'> }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Page
      title={t('orders.named', { number: sale.number })}
      tab={t('orders.named', { number: sale.number })}
      above={<BackLink href="/orders">{t('orders.title')}</BackLink>}
      meta={<OrderStatusBadge status={sale.status} />}
      lead={format.dayTime(sale.placed_at)}
    >
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <ItemsCard items={sale.items}>
            <Facts
              items={[
                {
                  name: <span className="font-semibold text-ink">{t('sales.total')}</span>,
                  value: <span className="font-semibold">{format.money(sale.total)}</span>,
                },
              ]}
            />
          </ItemsCard>
          <ShipmentsCard order={sale} />
          <Card title={t('orders.history')}>
            <Timeline
              entries={sale.history.toReversed().map((step, index) => ({
                key: `${step.status}-${step.occurred_at}`,
                title: t(`orders.reached.${step.status}`),
                time: format.dayTime(step.occurred_at),
                note: null,
                current: index === 0,
              }))}
            />
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Card title={t('orders.shippingAddress')}>
            {sale.shipping_address ? (
              <AddressLines address={sale.shipping_address} />
            ) : (
              <p className="text-control-sm text-ink-muted">{t('sales.nothingToSend')}</p>
            )}
            <h3 className="mt-4 mb-1 text-xs font-medium text-ink-subtle">{t('sales.method')}</h3>
            <p className="text-control-sm">{sale.shipping_method.name}</p>
          </Card>
          {sale.shipment && sale.shipments.length === 0 ? <ShipmentCard shipment={sale.shipment} /> : null}
        </div>
      </div>
    </Page>
  )
}
