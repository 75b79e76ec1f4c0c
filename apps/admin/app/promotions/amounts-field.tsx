import { PriceField } from '../form/price-field.tsx'
import { useShopCurrencies } from '../money/use-shop-currency.ts'
import type { TypedAmounts } from './promotion-draft.ts'

/** One amount for each currency of the shop. */
export function AmountsField({
  label,
  hint,
  optional,
  value,
  error,
  required,
  onChange,
}: {
  label: string
  hint?: string
  optional?: string
  value: TypedAmounts
  error?: string | undefined
  required?: boolean
  onChange: (value: TypedAmounts) => void
}) {
  const currencies = useShopCurrencies()
  return (
    <div className="flex flex-col gap-3">
      {currencies.map((currency, index) => (
        <PriceField
          key={currency}
          label={currencies.length === 1 ? label : `${label} (${currency})`}
          {...(index === 0 && hint ? { hint } : {})}
          {...(optional ? { optional } : {})}
          currency={currency}
          required={required === true && index === 0}
          value={value[currency] ?? ''}
          error={index === 0 ? error : undefined}
          onChange={(typed) => onChange({ ...value, [currency]: typed })}
        />
      ))}
    </div>
  )
}
