import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@rampart/kit/badge.tsx'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api, type Order } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useCan } from '../session/use-me.ts'
import { leftToSend } from './left-to-send.ts'
import { PackDialog } from './pack-dialog.tsx'
import { usePrint } from './print-papers.ts'
import { type Shipment, TrackingDialog } from './tracking-dialog.tsx'
import { useOrderCommand } from './use-order-command.ts'

const tones: Record<Shipment['state'], Tone> = {
  packed: 'info',
  shipped: 'accent',
  delivered: 'success',
  cancelled: 'neutral',
}

type Parts = Pick<Order, 'id' | 'items' | 'shipments' | 'status'>

/** The parcels of an order, or of a seller's part of it, and what is left to pack. */
export function ShipmentsCard({ order }: { order: Parts }) {
  const { t } = useTranslation()
  const can = useCan()
  const print = usePrint()
  const [packing, setPacking] = useState(false)
  const left = leftToSend(order)
  const count = left.reduce((sum, line) => sum + line.left, 0)
  const writable = can('orders:write') || can('orders:own')
  if (count === 0 && order.shipments.length === 0) return null
  return (
    <Card
      title={t('fulfilment.title')}
      flush
      action={
        <span className="flex flex-wrap justify-end gap-2">
          <Button
            size="sm"
            variant="ghost"
            pending={print.isPending}
            onClick={() => print.mutate({ paper: 'packing_slip', order_ids: [order.id] })}
          >
            {t('fulfilment.slip')}
          </Button>
          {writable && count > 0 ? (
            <Button size="sm" onClick={() => setPacking(true)}>
              {t('fulfilment.pack')}
            </Button>
          ) : null}
        </span>
      }
    >
      <ul className="divide-y divide-line">
        {order.shipments.map((shipment) => (
          <ShipmentRow key={shipment.id} order={order} shipment={shipment} writable={writable} />
        ))}
      </ul>
      {count > 0 ? (
        <p className="border-t border-line px-5 py-3 text-control-sm text-ink-muted first:border-t-0">
          {order.shipments.length === 0 ? `${t('fulfilment.none')} ` : null}
          {t('fulfilment.left', { count })}
        </p>
      ) : null}
      {packing ? <PackDialog orderId={order.id} lines={left} onClose={() => setPacking(false)} /> : null}
    </Card>
  )
}

function ShipmentRow({ order, shipment, writable }: { order: Parts; shipment: Shipment; writable: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [tracking, setTracking] = useState(false)
  const deliver = useStep(order.id, shipment.id, 'delivered')
  const takeBack = useStep(order.id, shipment.id, 'cancelled')
  const { state } = shipment
  const at = shipment.delivered_at ?? shipment.shipped_at ?? shipment.packed_at
  const names = shipment.lines.map(({ item_id, quantity }) => {
    const item = order.items.find(({ id }) => id === item_id)
    return `${String(quantity)} × ${[item?.product_name ?? '', ...Object.values(item?.options ?? {})].join(', ')}`
  })
  return (
    <li className="flex flex-col gap-1.5 px-5 py-3 text-control-sm">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{t('fulfilment.number', { number: shipment.number })}</span>
        <Badge tone={tones[state]} dot>
          {t(`fulfilment.state.${state}`)}
        </Badge>
        <time dateTime={at} className="text-xs text-ink-subtle">
          {format.dayTime(at)}
        </time>
      </p>
      <ul className="text-ink-muted">
        {names.map((name, index) => (
          <li key={shipment.lines[index]?.item_id}>{name}</li>
        ))}
      </ul>
      <Way shipment={shipment} />
      {writable && state !== 'cancelled' ? (
        <div className="-ml-2 flex flex-wrap gap-1">
          {state === 'packed' ? (
            <>
              <Button size="sm" variant="ghost" onClick={() => setTracking(true)}>
                {t('fulfilment.ship')}
              </Button>
              <Button size="sm" variant="ghost" pending={takeBack.pending} onClick={takeBack.run}>
                {t('fulfilment.takeBack')}
              </Button>
            </>
          ) : (
            <Button size="sm" variant="ghost" onClick={() => setTracking(true)}>
              {t('fulfilment.tracking')}
            </Button>
          )}
          {state === 'shipped' ? (
            <Button size="sm" variant="ghost" pending={deliver.pending} onClick={deliver.run}>
              {t('fulfilment.deliver')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {tracking ? (
        <TrackingDialog orderId={order.id} shipment={shipment} onClose={() => setTracking(false)} />
      ) : null}
    </li>
  )
}

/** Who carries it, and its number. */
function Way({ shipment: { carrier, tracking_number: number, tracking_url: url } }: { shipment: Shipment }) {
  const shown = number ?? url
  if (carrier === null && shown === null) return null
  return (
    <p className="flex flex-wrap gap-x-2 text-ink-muted">
      {carrier}
      {url ? (
        <KitLink href={url} target="_blank" rel="noreferrer" className="break-all underline">
          {shown}
        </KitLink>
      ) : (
        <span className="break-all">{shown}</span>
      )}
    </p>
  )
}

function useStep(order_id: string, shipment_id: string, state: 'delivered' | 'cancelled') {
  const { t } = useTranslation()
  const toast = useToast()
  const failureText = useFailureText()
  const command = useOrderCommand(
    () => api.orders.stepShipment({ order_id, shipment_id, state }),
    t(state === 'delivered' ? 'fulfilment.delivered' : 'fulfilment.takenBack'),
    () => undefined,
  )
  const run = () =>
    command.mutate(undefined, { onError: (error) => toast({ title: failureText(error), tone: 'danger' }) })
  return { run, pending: command.isPending }
}
