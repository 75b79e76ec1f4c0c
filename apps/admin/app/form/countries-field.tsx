import { X } from 'lucide-react'
import { Icon } from '@rampart/kit/icon.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { useCountries } from './country-field.tsx'

/** Several countries: those chosen as chips, the others in a list to add from. */
export function CountriesField({
  label,
  hint,
  addLabel,
  removeLabel,
  value,
  error,
  onChange,
}: {
  label: string
  hint: string
  addLabel: string
  removeLabel: (name: string) => string
  value: string[]
  error?: string | undefined
  onChange: (codes: string[]) => void
}) {
  const format = useFormat()
  const countries = useCountries()
  return (
    <div className="flex flex-col gap-2">
      <SelectField
        label={label}
        hint={hint}
        error={error}
        value=""
        onChange={(event) => onChange([...value, event.target.value])}
      >
        <option value="">{addLabel}</option>
        {countries
          .filter(({ code }) => !value.includes(code))
          .map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
      </SelectField>
      {value.length > 0 ? (
        <ul className="flex flex-wrap gap-1">
          {value.map((code) => (
            <li
              key={code}
              className="inline-flex items-center gap-1 rounded-sm bg-well py-0.5 pl-2 text-control-sm"
            >
              {format.country(code)}
              <button
                type="button"
                aria-label={removeLabel(format.country(code))}
                onClick={() => onChange(value.filter((entry) => entry !== code))}
                className="flex size-6 items-center justify-center rounded-sm text-ink-subtle hover:text-ink"
              >
                <Icon icon={X} size="sm" className="size-3!" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
