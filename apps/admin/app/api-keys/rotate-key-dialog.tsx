import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { api } from '../api.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { lifetimes, overlaps } from './key-terms.ts'
import type { ApiKey, NewKey } from './keys-query.ts'

/** Makes the successor of a key, which works on for a while. */
export function RotateKeyDialog({
  apiKey,
  onKey,
  onClose,
}: {
  apiKey: ApiKey
  onKey: (key: NewKey) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const failureText = useFailureText()
  const [form, setForm] = useState({ overlap_hours: 24, days: 90 })
  const rotate = useMutation({
    mutationFn: () => api.access.rotateApiKey({ key_id: apiKey.id, ...form }),
    onSuccess: onKey,
    onSettled: () => client.invalidateQueries({ queryKey: ['api-keys'] }),
  })
  return (
    <FormDialog
      title={t('keys.rotateTitle', { name: apiKey.name })}
      description={t('keys.rotateText')}
      submitLabel={t('keys.rotate')}
      pending={rotate.isPending}
      failure={rotate.isError ? failureText(rotate.error) : null}
      onSubmit={() => rotate.mutate()}
      onClose={onClose}
    >
      <SelectField
        label={t('keys.overlap')}
        hint={t('keys.overlapHint')}
        value={form.overlap_hours}
        onChange={(event) => setForm({ ...form, overlap_hours: Number(event.target.value) })}
      >
        {overlaps.map((hours) => (
          <option key={hours} value={hours}>
            {hours === 0
              ? t('keys.atOnce')
              : hours % 24 === 0
                ? t('keys.days', { count: hours / 24 })
                : t('keys.hours', { count: hours })}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('keys.lifetime')}
        value={form.days}
        onChange={(event) => setForm({ ...form, days: Number(event.target.value) })}
      >
        {lifetimes.map((days) => (
          <option key={days} value={days}>
            {t('keys.days', { count: days })}
          </option>
        ))}
      </SelectField>
    </FormDialog>
  )
}
