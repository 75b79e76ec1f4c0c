import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextArea } from '@rampart/kit/text-area.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { type Answer, api } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { useOrderCommand } from '../orders/use-order-command.ts'

/** For how long buyers may send things back, and to where. */
export function ReturnSettingsDialog({
  settings,
  onClose,
}: {
  settings: Answer<'orders', 'getReturnSettings'>
  onClose: () => void
}) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [days, setDays] = useState(String(settings.period_days))
  const [address, setAddress] = useState(settings.address ?? '')
  const save = useOrderCommand(
    () =>
      api.orders.updateReturnSettings({
        period_days: days.trim() === '' ? Number.NaN : Number(days),
        address: address.trim() || null,
      }),
    t('returns.saved'),
    onClose,
  )
  const errors = fieldErrorsOf(save.error)
  return (
    <FormDialog
      title={t('returns.settingsTitle')}
      submitLabel={t('common.save')}
      pending={save.isPending}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <TextField
        label={t('returns.period')}
        hint={t('returns.periodHint')}
        type="number"
        min={0}
        max={3650}
        required
        value={days}
        error={errors.at('period_days', failureText)}
        onChange={(event) => setDays(event.target.value)}
      />
      <TextArea
        label={t('returns.address')}
        hint={t('returns.addressHint')}
        rows={5}
        maxLength={500}
        value={address}
        error={errors.at('address', failureText)}
        onChange={(event) => setAddress(event.target.value)}
      />
    </FormDialog>
  )
}
