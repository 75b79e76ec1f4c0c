import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Card } from '@rampart/kit/card.tsx'
import { Facts } from '@rampart/kit/facts.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Timeline } from '@rampart/kit/timeline.tsx'
import { api, type Order, type Return } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Loaded } from '../list/loaded.tsx'
import { OrderSkeleton } from '../orders/order-skeleton.tsx'
import { ReturnActions } from '../returns/return-actions.tsx'
import { ReturnLines } from '../returns/return-lines.tsx'
import { ReturnStatusBadge } from '../returns/return-status.tsx'
import { BackLink } from '../shell/back-link.tsx'
import { Page } from '../shell/page.tsx'

export default function ReturnPage() {
  const { returnId = '' } = useParams()
  const both = useQuery({
    queryKey: ['orders', 'returns', 'one', returnId],
    queryFn: async ({ signal }) => {
      const given = await api.orders.getReturn({ return_id: returnId }, { signal })
      return { given, order: await api.orders.getOrder({ order_id: given.order_id }, { signal }) }
    },
  })
  return (
    <Loaded query={both} page loading={<OrderSkeleton />}>
      {({ given, order }) => <ReturnDetail given={given} order={order} />}
    </Loaded>
  )
}

function ReturnDetail({ given, order }: { given: Return; order: Order }) {
  const { t } = useTranslation()
  const format = useFormat()
  const title = t('returns.named', { number: given.number })
  return (
    <Page
      title={title}
      tab={title}
      above={<BackLink href="/returns">{t('returns.title')}</BackLink>}
      meta={<ReturnStatusBadge status={given.status} />}
      lead={format.dayTime(given.created_at)}
    >
      <ReturnActions given={given} order={order} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <ReturnLines given={given} />
          <Card title={t('returns.history')}>
            <Timeline
              entries={given.history.toReversed().map((step, index) => ({
                key: `${step.status}-${step.occurred_at}`,
                title: t(`returns.status.${step.status}`),
                time: format.dayTime(step.occurred_at),
                note: step.note,
                current: index === 0,
              }))}
            />
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Card title={t('orders.customer')}>
            <div className="text-control-sm">
              <p>{order.shipping_address.full_name}</p>
              <p className="break-all text-ink-muted">{order.email || t('orders.buyerErased')}</p>
              <p className="mt-2">
                <KitLink href={`/orders/${given.order_id}`} className="underline">
                  {t('returns.ofOrder', { number: given.order_number })}
                </KitLink>
              </p>
            </div>
          </Card>
          {given.refunded === null ? null : (
            <Card>
              <Facts items={[{ name: t('returns.refunded'), value: format.money(given.refunded) }]} />
            </Card>
          )}
          {given.ship_to === null ? null : (
            <Card title={t('returns.shipTo')}>
              <p className="text-control-sm whitespace-pre-line">{given.ship_to}</p>
            </Card>
          )}
        </div>
      </div>
    </Page>
  )
}
