import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextArea } from '@rampart/kit/text-area.tsx'
import { api, type Order } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { useOrderCommand } from './use-order-command.ts'

/** Cancels an order, with the reason that its history keeps. */
export function CancelDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [reason, setReason] = useState('')
  const cancel = useOrderCommand(
    () => api.orders.cancelOrder({ order_id: order.id, reason: reason.trim() || undefined }),
    t('orders.done.cancel'),
    onClose,
  )
  const errors = fieldErrorsOf(cancel.error)
  return (
    <FormDialog
      title={t('orders.cancelTitle', { number: order.number })}
      description={t('orders.cancelText')}
      submitLabel={t('orders.act.cancel')}
      cancelLabel={t('orders.keepOrder')}
      tone="danger"
      pending={cancel.isPending}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => cancel.mutate()}
      onClose={onClose}
    >
      <TextArea
        label={t('orders.reason')}
        optional={t('common.optional')}
        hint={t('orders.reasonHint')}
        rows={3}
        maxLength={500}
        value={reason}
        error={errors.at('reason', failureText)}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  )
}
