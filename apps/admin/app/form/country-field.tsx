import { useMemo } from 'react'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { countryCodes } from './countries.ts'

/** The countries in the reader's language and its order. */
export function useCountries(): { code: string; name: string }[] {
  const format = useFormat()
  return useMemo(
    () =>
      countryCodes
        .map((code) => ({ code, name: format.country(code) }))
        .sort((a, b) => a.name.localeCompare(b.name, format.locale)),
    [format],
  )
}

/** One country. */
export function CountryField({
  label,
  value,
  error,
  onChange,
  className,
}: {
  label: string
  value: string
  error?: string | undefined
  onChange: (code: string) => void
  className?: string
}) {
  return (
    <SelectField
      label={label}
      value={value}
      error={error}
      className={className}
      onChange={(event) => onChange(event.target.value)}
    >
      {useCountries().map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}
