import { useTranslation } from 'react-i18next'
import { RadioCards } from '@rampart/kit/radio-cards.tsx'
import { AddressFields } from '../address/address-fields.tsx'
import type { Country } from '../address/countries.ts'
import type { FieldProblems } from '../forms/field-errors.ts'
import { firstAddress } from './first-address.ts'
import type { SavedAddress } from './types.ts'

/** A saved address or another one. The fields show by CSS while "another" is ticked, so no script is needed. */
export function AddressChoice({
  addresses,
  countries,
  values,
  problems,
}: {
  addresses: SavedAddress[]
  countries: Country[]
  values: Record<string, string>
  problems: FieldProblems | undefined
}) {
  const { t } = useTranslation()
  if (addresses.length === 0) {
    return <AddressFields countries={countries} values={values} problems={problems} required />
  }
  const options = addresses.map(({ id, label, address }) => ({
    value: id,
    label: label || address.full_name || address.street,
    hint: [address.street, `${address.postal_code} ${address.city}`, address.country].join(', '),
  }))
  return (
    <div className="group/address">
      <RadioCards
        legend={t('checkout.savedAddresses')}
        legendHidden
        name="address_id"
        options={[...options, { value: 'new', label: t('checkout.newAddress') }]}
        defaultValue={values['address_id'] ?? firstAddress(addresses)?.id}
      />
      <div className="hidden pt-5 group-has-[input[value=new]:checked]/address:block">
        <AddressFields countries={countries} values={values} problems={problems} required={false} />
      </div>
    </div>
  )
}
