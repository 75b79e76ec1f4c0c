import { useTranslation } from 'react-i18next'
import { useNavigation } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { AddressFields } from '../address/address-fields.tsx'
import type { Country } from '../address/countries.ts'
import { ShopForm } from '../forms/shop-form.tsx'
import type { AddressAnswer } from './save-address.ts'

/** An address to be saved: the fields, a name for it, and whether it is the usual one. */
export function AddressForm({
  countries,
  values,
  isDefault,
  answer,
}: {
  countries: Country[]
  values: Record<string, string | undefined>
  isDefault: boolean
  answer: AddressAnswer | undefined
}) {
  const { t } = useTranslation()
  const { state } = useNavigation()
  const shown = answer?.values ?? values
  return (
    <ShopForm className="max-w-2xl space-y-6">
      {answer ? (
        <Notice tone="danger">
          {t(answer.tooMany ? 'account.tooManyAddresses' : 'checkout.errorTitle')}
        </Notice>
      ) : null}
      <AddressFields countries={countries} values={shown} problems={answer?.problems} required />
      <TextField
        label={t('address.label')}
        hint={t('address.labelHint')}
        optional={t('shell.optional')}
        name="label"
        maxLength={60}
        defaultValue={shown['label']}
      />
      <Checkbox
        name="is_default"
        value="true"
        label={t('address.isDefault')}
        defaultChecked={answer ? answer.values['is_default'] === 'true' : isDefault}
      />
      <div className="flex gap-3">
        <Button type="submit" variant="primary" pending={state === 'submitting'}>
          {t('account.save')}
        </Button>
        <LinkButton href="/account/addresses" variant="ghost">
          {t('account.cancel')}
        </LinkButton>
      </div>
    </ShopForm>
  )
}
