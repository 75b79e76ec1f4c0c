import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextArea } from '@rampart/kit/text-area.tsx'
import { api, type Order } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { useOrderCommand } from './use-order-command.ts'

/** Changes the note that came with an order, or adds one. */
export function NoteDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [note, setNote] = useState(order.note ?? '')
  const change = useOrderCommand(
    () => api.orders.updateOrder({ order_id: order.id, note: note.trim() || null }),
    t('orders.done.edited'),
    onClose,
  )
  const errors = fieldErrorsOf(change.error)
  return (
    <FormDialog
      title={t('orders.editNote')}
      submitLabel={t('common.save')}
      pending={change.isPending}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => change.mutate()}
      onClose={onClose}
    >
      <TextArea
        label={t('orders.note')}
        rows={5}
        maxLength={1000}
        autoFocus
        value={note}
        error={errors.at('note', failureText)}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  )
}
