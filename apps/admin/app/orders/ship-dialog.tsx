import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '@rampart/kit/text-field.tsx'
import { api, type Order } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { useOrderCommand } from './use-order-command.ts'

/** Hands an order over to the carrier. */
export function ShipDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [form, setForm] = useState({ carrier: '', tracking_number: '', tracking_url: '' })
  const ship = useOrderCommand(
    () =>
      api.orders.updateStatus({
        order_id: order.id,
        status: 'shipped',
        carrier: form.carrier.trim() || undefined,
        tracking_number: form.tracking_number.trim() || undefined,
        tracking_url: form.tracking_url.trim() || undefined,
      }),
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
      <TextField
        label={t('orders.carrier')}
        optional={t('common.optional')}
        maxLength={80}
        autoFocus
        value={form.carrier}
        error={errors.at('carrier', failureText)}
        onChange={(event) => setForm({ ...form, carrier: event.target.value })}
      />
      <TextField
        label={t('orders.tracking')}
        optional={t('common.optional')}
        maxLength={80}
        value={form.tracking_number}
        error={errors.at('tracking_number', failureText)}
        onChange={(event) => setForm({ ...form, tracking_number: event.target.value })}
      />
      <TextField
        label={t('orders.trackingUrl')}
        optional={t('common.optional')}
        hint={t('orders.trackingUrlHint')}
        type="url"
        pattern="https://.+"
        maxLength={500}
        value={form.tracking_url}
        error={errors.at('tracking_url', failureText)}
        onChange={(event) => setForm({ ...form, tracking_url: event.target.value })}
      />
    </FormDialog>
  )
}
