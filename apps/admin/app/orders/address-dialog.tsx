import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '@rampart/kit/text-field.tsx'
import { api, type Order } from '../api.ts'
import { CountryField } from '../form/country-field.tsx'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { useOrderCommand } from './use-order-command.ts'

type Address = Order['shipping_address']
type FieldName = Exclude<keyof Address, 'country'>

const fields: {
  name: FieldName
  label: 'fullName' | 'company' | 'street' | 'street2' | 'postalCode' | 'city' | 'state' | 'phone'
  max: number
  required?: boolean
  half?: boolean
}[] = [
  { name: 'full_name', label: 'fullName', max: 120 },
  { name: 'company', label: 'company', max: 120 },
  { name: 'street', label: 'street', max: 200, required: true },
  { name: 'street2', label: 'street2', max: 200 },
  { name: 'postal_code', label: 'postalCode', max: 20, required: true, half: true },
  { name: 'city', label: 'city', max: 120, required: true, half: true },
  { name: 'state', label: 'state', max: 120, half: true },
  { name: 'phone', label: 'phone', max: 30, half: true },
]

/** Empty optional lines are left out: the API takes a text or nothing. */
function writtenAddress(form: Address): Address {
  const filled = Object.entries(form).filter(([, value]) => value !== undefined && value.trim() !== '')
  return Object.fromEntries(filled) as Address
}

/** Corrects where an order goes, while it has not gone yet. */
export function AddressDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [form, setForm] = useState<Address>(order.shipping_address)
  const change = useOrderCommand(
    () => api.orders.updateOrder({ order_id: order.id, shipping_address: writtenAddress(form) }),
    t('orders.done.edited'),
    onClose,
  )
  const errors = fieldErrorsOf(change.error)
  return (
    <FormDialog
      title={t('orders.editAddress')}
      submitLabel={t('common.save')}
      pending={change.isPending}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => change.mutate()}
      onClose={onClose}
    >
      <div className="grid grid-cols-2 gap-x-3 gap-y-4">
        {fields.map((field) => (
          <TextField
            key={field.name}
            label={t(`orders.${field.label}`)}
            optional={field.required ? undefined : t('common.optional')}
            required={field.required}
            maxLength={field.max}
            className={field.half ? '' : 'col-span-2'}
            value={form[field.name] ?? ''}
            error={errors.at(`shipping_address.${field.name}`, failureText)}
            onChange={(event) => setForm({ ...form, [field.name]: event.target.value })}
          />
        ))}
        <CountryField
          label={t('orders.country')}
          className="col-span-2"
          value={form.country}
          error={errors.at('shipping_address.country', failureText)}
          onChange={(country) => setForm({ ...form, country })}
        />
      </div>
    </FormDialog>
  )
}
