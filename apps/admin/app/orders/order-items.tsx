import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Picture } from '@rampart/kit/picture.tsx'
import type { Order } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { LineDiscounts, OrderSums } from './order-sums.tsx'
import { paidBack, piecesBack } from './refund-choice.ts'

/** Lines of an order in a card; what they come to stands below them. */
export function ItemsCard({
  items,
  order,
  children,
}: {
  items: Order['items']
  /** Whose lines tell what of them was paid back. */
  order?: Order
  children: ReactNode
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const count = items.reduce((sum, item) => sum + item.quantity, 0)
  return (
    <Card
      title={t('orders.items')}
      action={<span className="text-xs text-ink-subtle">{t('orders.itemCount', { count })}</span>}
      flush
    >
      <ul className="divide-y divide-line">
        {items.map((item) => (
          <li key={item.id} className="flex items-center gap-3 px-5 py-3">
            <Picture image={item.picture} alt="" sizes="48px" className="size-12 shrink-0 rounded-md" />
            <div className="min-w-0 flex-1">
              <KitLink href={`/products/${item.product_id}`} className="font-medium hover:underline">
                {item.product_name}
              </KitLink>
              <p className="text-xs text-ink-subtle">
                {[...Object.values(item.options), item.sku].join(' · ')}
              </p>
              <LineDiscounts item={item} />
              {order === undefined ? null : <PaidBack order={order} lineId={item.id} />}
              {item.ships_later ? <Badge tone="warning">{t('orders.shipsLater')}</Badge> : null}
            </div>
            <p className="figures hidden text-right text-control-sm whitespace-nowrap text-ink-muted sm:block">
              {item.quantity} × {format.money(item.unit_price)}
            </p>
            <p className="figures w-20 text-right text-control-sm whitespace-nowrap">
              <span className="text-ink-muted sm:hidden">{item.quantity} × </span>
              {format.money(item.line_total)}
            </p>
          </li>
        ))}
      </ul>
      <div className="border-t border-line px-5 py-4">{children}</div>
    </Card>
  )
}

function PaidBack({ order, lineId }: { order: Order; lineId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const amount = paidBack(order, lineId)
  if (amount === null) return null
  return (
    <Badge tone="neutral">
      {t('orders.lineRefunded', { count: piecesBack(order, lineId), amount: format.money(amount) })}
    </Badge>
  )
}

/** What was ordered, and what it came to. */
export function OrderItems({ order }: { order: Order }) {
  return (
    <ItemsCard items={order.items} order={order}>
      <OrderSums order={order} />
    </ItemsCard>
  )
}
