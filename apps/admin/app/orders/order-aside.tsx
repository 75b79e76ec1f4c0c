import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import type { Order } from '../api.ts'
import { useCan } from '../session/use-me.ts'
import { AddressDialog } from './address-dialog.tsx'
import { AddressLines } from './address-lines.tsx'
import { NoteDialog } from './note-dialog.tsx'
import { ShipmentCard } from './shipment-card.tsx'

/** Who ordered, where it goes, and what they asked for. */
export function OrderAside({ order }: { order: Order }) {
  const { t } = useTranslation()
  const can = useCan()
  const [dialog, setDialog] = useState<'address' | 'note' | null>(null)
  const editable =
    can('orders:write') &&
    !['shipped', 'delivered', 'cancelled'].includes(order.status) &&
    order.fulfilment === 'none'
  const edit = (which: 'address' | 'note', label: string) =>
    editable ? (
      <Button
        variant="ghost"
        size="sm"
        className="-mr-2"
        aria-label={`${t('common.edit')}: ${label}`}
        onClick={() => setDialog(which)}
      >
        {t('common.edit')}
      </Button>
    ) : null
  return (
    <>
      <Card title={t('orders.customer')}>
        <div className="text-control-sm">
          {order.email === '' ? (
            t('orders.buyerErased')
          ) : (
            <KitLink href={`mailto:${order.email}`} className="break-all hover:underline">
              {order.email}
            </KitLink>
          )}
          <p className="mt-0.5 text-xs text-ink-subtle">
            {order.customer_id === null ? t('orders.guest') : t('orders.withAccount')}
          </p>
        </div>
      </Card>
      <Card title={t('orders.shippingAddress')} action={edit('address', t('orders.shippingAddress'))}>
        <AddressLines address={order.shipping_address} />
        <h3 className="mt-4 mb-1 text-xs font-medium text-ink-subtle">{t('orders.billingAddress')}</h3>
        {order.billing_address ? (
          <AddressLines address={order.billing_address} />
        ) : (
          <p className="text-control-sm text-ink-muted">{t('orders.sameAddress')}</p>
        )}
      </Card>
      {order.shipment && order.shipments.length === 0 ? <ShipmentCard shipment={order.shipment} /> : null}
      <Card title={t('orders.note')} action={edit('note', t('orders.note'))}>
        <p className={order.note ? 'text-control-sm whitespace-pre-line' : 'text-control-sm text-ink-subtle'}>
          {order.note ?? t('orders.noNote')}
        </p>
      </Card>
      {dialog === 'address' ? <AddressDialog order={order} onClose={() => setDialog(null)} /> : null}
      {dialog === 'note' ? <NoteDialog order={order} onClose={() => setDialog(null)} /> : null}
    </>
  )
}
