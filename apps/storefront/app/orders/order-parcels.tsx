import { useTranslation } from 'react-i18next'
import { DateText } from '../layout/date-text.tsx'
import type { Order } from './types.ts'

/** The parcels of an order that have left, each with what is in it and how to follow it. */
export function OrderParcels({ order }: { order: Order }) {
  const { t } = useTranslation()
  const { shipments } = order
  const part = order.fulfilment === 'partly_shipped' || order.status === 'processing'
  return (
    <section aria-label={t('order.parcels')} className="mt-6 border-t border-line pt-4 text-sm">
      {part ? <p className="mb-3 font-medium">{t('order.partlyShipped')}</p> : null}
      <ul className="space-y-4">
        {shipments.map((shipment) => (
          <li key={shipment.id}>
            <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
              <span className="font-medium">{t('order.parcel', { number: shipment.number })}</span>
              <span className="text-ink-muted">
                {shipment.state === 'delivered' ? t('order.stepDelivered') : t('order.stepShipped')}{' '}
                <DateText value={shipment.delivered_at ?? shipment.shipped_at ?? shipment.packed_at} />
              </span>
              <Way {...shipment} />
            </div>
            {shipments.length > 1 || part ? (
              <ul className="mt-1 text-ink-muted">
                {shipment.lines.map(({ item_id, quantity }) => (
                  <li key={item_id}>
                    {t('order.quantityShort', { count: quantity })} {nameOf(order, item_id)}
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

type Tracking = Pick<NonNullable<Order['shipment']>, 'carrier' | 'tracking_number' | 'tracking_url'>

/** Who carries a parcel, its number, and where it can be followed. */
export function Way({ carrier, tracking_number, tracking_url }: Tracking) {
  const { t } = useTranslation()
  return (
    <>
      {carrier ? <span className="font-medium">{carrier}</span> : null}
      {tracking_number ? (
        <span className="text-ink-muted">
          {t('order.tracking')}: <span className="font-mono wrap-anywhere text-ink">{tracking_number}</span>
        </span>
      ) : null}
      {tracking_url ? (
        <a href={tracking_url} rel="noreferrer" className="underlined">
          {t('order.track')}
        </a>
      ) : null}
    </>
  )
}

function nameOf(order: Order, itemId: string): string {
  const item = order.items.find(({ id }) => id === itemId)
  return item === undefined ? '' : [item.product_name, ...Object.values(item.options)].join(', ')
}
