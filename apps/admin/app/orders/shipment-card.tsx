import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { Facts } from '@rampart/kit/facts.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import type { Order } from '../api.ts'

/** How the parcel travels. */
export function ShipmentCard({ shipment }: { shipment: NonNullable<Order['shipment']> }) {
  const { t } = useTranslation()
  const number = shipment.tracking_number ?? shipment.tracking_url
  return (
    <Card title={t('orders.shipment')}>
      <Facts
        items={[
          { name: t('orders.carrier'), value: shipment.carrier ?? t('common.none') },
          {
            name: t('orders.tracking'),
            value: shipment.tracking_url ? (
              <KitLink
                href={shipment.tracking_url}
                target="_blank"
                rel="noreferrer"
                className="underlined break-all"
              >
                {number}
              </KitLink>
            ) : (
              (number ?? t('common.none'))
            ),
          },
        ]}
      />
    </Card>
  )
}
