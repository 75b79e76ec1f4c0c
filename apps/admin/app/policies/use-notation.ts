import { useMemo } from 'react'
import { useFormat } from '../i18n/use-format.ts'
import { useShopCurrency } from '../money/use-shop-currency.ts'
import type { Notation } from './parameters.ts'

/** How the reader writes prices, in the shop's currency. */
export function useNotation(): Notation {
  const { locale } = useFormat()
  const currency = useShopCurrency()
  return useMemo(() => ({ locale, currency }), [locale, currency])
}
