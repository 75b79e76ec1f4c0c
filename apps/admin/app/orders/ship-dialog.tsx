import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Order } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { noTracking, TrackingFields, trackingOf } from './tracking-fields.tsx'
import { useOrderCommand } from './use-order-command.ts'

/** Hands all that is left of an order over to the carrier. */
export function ShipDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [form, setForm] = useState(noTracking)
  const ship = useOrderCommand(
    () => api.orders.updateStatus({ order_id: order.id, status: 'shipped', ...trackingOf(form) }),
    t('orders.done.shipped'),
    onClose,
  )
  const errors = fieldErrorsOf(ship.error)
  return (
    <FormDialog
      title={t('orders.ship')}
      description={t('orders.shipText')}
      submitLabel={t('orders.ship')}
      pending={ship.isPending}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => ship.mutate()}
      onClose={onClose}
    >
      <TrackingFields form={form} errors={errors} focus onChange={setForm} />
    </FormDialog>
  )
}
