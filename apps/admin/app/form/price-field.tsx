import { TextField } from '@rampart/kit/text-field.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { currencySign } from '../money/use-shop-currency.ts'

/** A price as it is typed, in the notation of the reader; `parsePrice` turns it into what the API takes. */
export function PriceField({
  label,
  labelHidden,
  placeholder,
  hint,
  currency,
  value,
  error,
  optional,
  autoFocus,
  required,
  onChange,
  className,
}: {
  label: string
  labelHidden?: boolean
  placeholder?: string
  hint?: string
  currency: string | null
  value: string
  error?: string | undefined
  optional?: string
  autoFocus?: boolean
  required?: boolean
  onChange: (value: string) => void
  className?: string
}) {
  const { locale } = useFormat()
  const sign = currencySign(currency, locale)
  return (
    <TextField
      label={label}
      labelHidden={labelHidden}
      placeholder={placeholder}
      hint={hint}
      optional={optional}
      error={error}
      className={className}
      inputMode="decimal"
      autoComplete="off"
      autoFocus={autoFocus}
      required={required}
      maxLength={20}
      value={value}
      lead={sign === null ? null : <span className="text-control-sm">{sign}</span>}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
