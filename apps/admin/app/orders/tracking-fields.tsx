import { useTranslation } from 'react-i18next'
import { TextField } from '@rampart/kit/text-field.tsx'
import type { fieldErrorsOf } from '../form/field-errors.ts'
import { useFailureText } from '../form/use-failure-text.ts'

export type TrackingForm = { carrier: string; tracking_number: string; tracking_url: string }

export const noTracking: TrackingForm = { carrier: '', tracking_number: '', tracking_url: '' }

/** What was typed, as the API takes it; what is empty is left out. */
export function trackingOf(form: TrackingForm) {
  return {
    carrier: form.carrier.trim() || undefined,
    tracking_number: form.tracking_number.trim() || undefined,
    tracking_url: form.tracking_url.trim() || undefined,
  }
}

/** Who carries a parcel and how it can be followed. */
export function TrackingFields({
  form,
  errors,
  focus,
  onChange,
}: {
  form: TrackingForm
  errors: ReturnType<typeof fieldErrorsOf>
  focus?: boolean
  onChange: (form: TrackingForm) => void
}) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  return (
    <>
      <TextField
        label={t('orders.carrier')}
        optional={t('common.optional')}
        maxLength={80}
        autoFocus={focus === true}
        value={form.carrier}
        error={errors.at('carrier', failureText)}
        onChange={(event) => onChange({ ...form, carrier: event.target.value })}
      />
      <TextField
        label={t('orders.tracking')}
        optional={t('common.optional')}
        maxLength={80}
        value={form.tracking_number}
        error={errors.at('tracking_number', failureText)}
        onChange={(event) => onChange({ ...form, tracking_number: event.target.value })}
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
        onChange={(event) => onChange({ ...form, tracking_url: event.target.value })}
      />
    </>
  )
}
