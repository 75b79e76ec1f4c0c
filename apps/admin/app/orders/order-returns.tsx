import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { api } from '../api.ts'
import { ReturnStatusBadge } from '../returns/return-status.tsx'

/** The returns of an order; nothing while there is none. */
export function OrderReturns({ orderId }: { orderId: string }) {
  const { t } = useTranslation()
  const { data } = useQuery({
    queryKey: ['orders', 'returns', 'of', orderId],
    queryFn: ({ signal }) => api.orders.listOrderReturns({ order_id: orderId }, { signal }),
  })
  if (data === undefined || data.items.length === 0) return null
  return (
    <Card title={t('returns.title')}>
      <ul className="flex flex-col gap-2 text-control-sm">
        {data.items.map((item) => (
          <li key={item.id} className="flex items-baseline justify-between gap-3">
            <KitLink href={`/returns/${item.id}`} className="figures underline">
              {item.number}
            </KitLink>
            <ReturnStatusBadge status={item.status} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
