import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { CountriesField } from '../form/countries-field.tsx'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import type { Provider } from './providers-query.ts'

/** Chooses where orders may go that are paid this way. Without any it is not offered. */
export function CountriesDialog({ provider, onClose }: { provider: Provider; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const [countries, setCountries] = useState(provider.countries ?? [])
  const save = useMutation({
    mutationFn: () =>
      api.payments.updateProvider({
        provider: provider.code,
        enabled: provider.enabled && countries.length > 0,
        countries,
      }),
    onSuccess: () => {
      toast({ title: t('payments.countriesSaved') })
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['payment-providers'] }),
  })
  const errors = fieldErrorsOf(save.error)
  return (
    <FormDialog
      title={t('payments.countriesTitle', { name: t(`payments.names.${provider.code}`) })}
      submitLabel={t('common.save')}
      pending={save.isPending}
      failure={save.isError ? failureText(save.error) : null}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <CountriesField
        label={t('payments.countries')}
        hint={t('payments.countriesHint')}
        addLabel={t('payments.addCountry')}
        removeLabel={(name) => t('payments.removeCountry', { name })}
        value={countries}
        error={errors.at('countries', failureText)}
        onChange={setCountries}
      />
    </FormDialog>
  )
}
