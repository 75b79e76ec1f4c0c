import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Card } from '@rampart/kit/card.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { api, type Order } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Loaded } from '../list/loaded.tsx'
import { isZero, subtractMoney } from '../money/sum-money.ts'
import { OrderActions } from '../orders/order-actions.tsx'
import { OrderAside } from '../orders/order-aside.tsx'
import { OrderItems } from '../orders/order-items.tsx'
import { OrderMails } from '../orders/order-mails.tsx'
import { OrderPayment } from '../orders/order-payment.tsx'
import { OrderReturns } from '../orders/order-returns.tsx'
import { OrderSkeleton } from '../orders/order-skeleton.tsx'
import { DocumentsCard } from '../orders/documents-card.tsx'
import { FulfilmentBadge } from '../orders/fulfilment-badge.tsx'
import { OrderStatusBadge } from '../orders/order-status.tsx'
import { OrderTimeline } from '../orders/order-timeline.tsx'
import { ShipmentsCard } from '../orders/shipments-card.tsx'
import { SalePage } from '../sales/sale-page.tsx'
import { useCan } from '../session/use-me.ts'
import { BackLink } from '../shell/back-link.tsx'
import { Page } from '../shell/page.tsx'

export default function OrderPage() {
  const { orderId = '' } = useParams()
  const can = useCan()
  return can('orders:read') ? <WholeOrder orderId={orderId} /> : <SalePage orderId={orderId} />
}

function WholeOrder({ orderId }: { orderId: string }) {
  const order = useQuery({
    queryKey: ['orders', 'one', orderId],
    queryFn: ({ signal }) => api.orders.getOrder({ order_id: orderId }, { signal }),
  })
  return (
    <Loaded query={order} page loading={<OrderSkeleton />}>
      {(data) => <OrderDetail order={data} />}
    </Loaded>
  )
}

function OrderDetail({ order }: { order: Order }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const payments = useQuery({
    queryKey: ['orders', 'payments', order.id],
    enabled: can('payments:read'),
    queryFn: ({ signal }) => api.payments.listPayments({ order_id: order.id }, { signal }),
  })
  const payment = payments.data?.payment
  // Without the right to see payments, the order itself says what was paid back.
  const left = payment
    ? subtractMoney(payment.captured, payment.refunded)
    : subtractMoney(order.total, order.refunded_total)
  return (
    <Page
      title={t('orders.named', { number: order.number })}
      tab={t('orders.named', { number: order.number })}
      above={<BackLink href="/orders">{t('orders.title')}</BackLink>}
      meta={
        <>
          <OrderStatusBadge status={order.status} />
          <FulfilmentBadge fulfilment={order.fulfilment} />
        </>
      }
      lead={format.dayTime(order.placed_at)}
      actions={<OrderActions order={order} refundable={isZero(left) ? null : left} />}
    >
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <OrderItems order={order} />
          <ShipmentsCard order={order} />
          {can('payments:read') ? (
            <Loaded
              query={payments}
              loading={
                <Card title={t('orders.payment')}>
                  <Skeleton className="h-20 w-full" />
                </Card>
              }
            >
              {(data) => <OrderPayment orderId={order.id} payments={data} />}
            </Loaded>
          ) : null}
          <OrderTimeline order={order} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <OrderAside order={order} />
          <OrderReturns orderId={order.id} />
          <DocumentsCard order={order} />
          {can('notifications:read') ? <OrderMails orderId={order.id} /> : null}
        </div>
      </div>
    </Page>
  )
}
