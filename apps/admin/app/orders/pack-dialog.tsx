import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { api } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import type { LeftLine } from './left-to-send.ts'
import { noTracking, TrackingFields, trackingOf } from './tracking-fields.tsx'
import { useOrderCommand } from './use-order-command.ts'

/** Packs some pieces of an order, and sends them at once where wanted. */
export function PackDialog({
  orderId,
  lines,
  onClose,
}: {
  orderId: string
  lines: LeftLine[]
  onClose: () => void
}) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [pieces, setPieces] = useState<Record<string, number>>(() =>
    Object.fromEntries(lines.map(({ item, left }) => [item.id, left])),
  )
  const [shipped, setShipped] = useState(false)
  const [form, setForm] = useState(noTracking)
  const chosen = lines
    .map(({ item }) => ({ item_id: item.id, quantity: pieces[item.id] ?? 0 }))
    .filter(({ quantity }) => quantity > 0)
  const pack = useOrderCommand(
    () =>
      api.orders.createShipment({
        ...{ order_id: orderId, lines: chosen, shipped },
        ...(shipped ? trackingOf(form) : {}),
      }),
    t(shipped ? 'fulfilment.shipped' : 'fulfilment.packed'),
    onClose,
  )
  const errors = fieldErrorsOf(pack.error)
  return (
    <FormDialog
      title={t('fulfilment.packTitle')}
      description={t('fulfilment.packText')}
      submitLabel={t(shipped ? 'fulfilment.ship' : 'fulfilment.pack')}
      pending={pack.isPending}
      disabled={chosen.length === 0}
      failure={errors.rest ? failureText(errors.rest) : chosen.length === 0 ? t('fulfilment.nothing') : null}
      onSubmit={() => pack.mutate()}
      onClose={onClose}
    >
      {lines.map(({ item, left }) => (
        <TextField
          key={item.id}
          label={[item.product_name, ...Object.values(item.options)].join(', ')}
          hint={t('fulfilment.ofLeft', { count: left })}
          type="number"
          inputMode="numeric"
          min={0}
          max={left}
          required
          value={pieces[item.id] ?? 0}
          onChange={(event) => setPieces({ ...pieces, [item.id]: event.target.valueAsNumber || 0 })}
        />
      ))}
      <Checkbox
        label={t('fulfilment.now')}
        hint={t('fulfilment.nowHint')}
        checked={shipped}
        onChange={(event) => setShipped(event.target.checked)}
      />
      {shipped ? <TrackingFields form={form} errors={errors} onChange={setForm} /> : null}
    </FormDialog>
  )
}
