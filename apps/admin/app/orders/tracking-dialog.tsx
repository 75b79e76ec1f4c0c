import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Order } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { TrackingFields, trackingOf } from './tracking-fields.tsx'
import { useOrderCommand } from './use-order-command.ts'

export type Shipment = Order['shipments'][number]

/** Sends a packed parcel, or adds later how one can be followed. */
export function TrackingDialog({
  orderId,
  shipment,
  onClose,
}: {
  orderId: string
  shipment: Shipment
  onClose: () => void
}) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const ships = shipment.state === 'packed'
  const [form, setForm] = useState({
    carrier: shipment.carrier ?? '',
    tracking_number: shipment.tracking_number ?? '',
    tracking_url: shipment.tracking_url ?? '',
  })
  const command = useOrderCommand(
    () => {
      const which = { order_id: orderId, shipment_id: shipment.id }
      const { carrier = null, tracking_number = null, tracking_url = null } = trackingOf(form)
      return ships
        ? api.orders.stepShipment({ ...which, state: 'shipped', ...trackingOf(form) })
        : api.orders.updateShipment({ ...which, carrier, tracking_number, tracking_url })
    },
    t(ships ? 'fulfilment.shipped' : 'fulfilment.tracked'),
    onClose,
  )
  const errors = fieldErrorsOf(command.error)
  return (
    <FormDialog
      title={t(ships ? 'fulfilment.shipTitle' : 'fulfilment.trackingTitle', { number: shipment.number })}
      description={ships ? t('orders.shipText') : undefined}
      submitLabel={t(ships ? 'fulfilment.ship' : 'common.save')}
      pending={command.isPending}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => command.mutate()}
      onClose={onClose}
    >
      <TrackingFields form={form} errors={errors} focus onChange={setForm} />
    </FormDialog>
  )
}
