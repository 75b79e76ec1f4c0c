import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '@rampart/kit/icon.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import type { FieldProblems } from '../forms/field-errors.ts'
import { useProblemText } from '../forms/use-problem-text.ts'
import type { Country } from './countries.ts'

/** What most people leave empty: folded away until somebody needs it, has filled it in or got it wrong. */
const extras = ['company', 'street2', 'state', 'phone']

/** The fields of an address, named as the API names them. */
export function AddressFields({
  countries,
  values,
  problems,
  required,
}: {
  countries: Country[]
  values: Record<string, string | undefined>
  problems: FieldProblems | undefined
  /** False where the fields may be hidden: a browser refuses to send what it cannot point at. */
  required: boolean
}) {
  const { t } = useTranslation()
  const problem = useProblemText(problems)
  const text = (name: string) => ({ name, defaultValue: values[name], error: problem(name), maxLength: 200 })
  const optional = t('shell.optional')
  return (
    <div className="space-y-4">
      <div className="grid grid-cols-6 gap-4">
        <SelectField
          className="col-span-6"
          label={t('address.country')}
          name="country"
          autoComplete="country"
          defaultValue={values['country'] ?? ''}
          error={problem('country')}
          required={required}
        >
          <option value="">{t('address.chooseCountry')}</option>
          {countries.map((country) => (
            <option key={country.code} value={country.code}>
              {country.name}
            </option>
          ))}
        </SelectField>
        <TextField
          className="col-span-6"
          label={t('address.fullName')}
          autoComplete="name"
          required={required}
          {...text('full_name')}
        />
        <TextField
          className="col-span-6"
          label={t('address.street')}
          autoComplete="address-line1"
          required={required}
          {...text('street')}
        />
        <TextField
          className="col-span-2"
          label={t('address.postalCode')}
          autoComplete="postal-code"
          required={required}
          {...text('postal_code')}
        />
        <TextField
          className="col-span-4"
          label={t('address.city')}
          autoComplete="address-level2"
          required={required}
          {...text('city')}
        />
      </div>
      <details open={extras.some((name) => values[name] || problems?.[name])} className="group">
        <summary className="inline-flex min-h-11 items-center gap-2 text-sm text-ink-muted hover:text-ink">
          <span className="underlined">{t('address.more')}</span>
          <Icon icon={ChevronDown} size="sm" className="transition-transform group-open:rotate-180" />
        </summary>
        <div className="grid gap-4 pt-2 sm:grid-cols-2">
          <TextField
            label={t('address.company')}
            optional={optional}
            autoComplete="organization"
            {...text('company')}
          />
          <TextField
            label={t('address.street2')}
            optional={optional}
            autoComplete="address-line2"
            {...text('street2')}
          />
          <TextField
            label={t('address.state')}
            optional={optional}
            autoComplete="address-level1"
            {...text('state')}
          />
          <TextField
            label={t('address.phone')}
            optional={optional}
            hint={t('address.phoneHint')}
            type="tel"
            autoComplete="tel"
            {...text('phone')}
          />
        </div>
      </details>
    </div>
  )
}
