import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'

const currenciesQuery = {
  queryKey: ['shop-currencies'],
  staleTime: Infinity,
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    const { items } = await api.catalog.listCurrencies({}, { signal })
    return items.map(({ code }) => code)
  },
}

const none: readonly string[] = []

/** What the shop sells in, its own currency first; empty until it is known. */
export function useShopCurrencies(): readonly string[] {
  return useQuery(currenciesQuery).data ?? none
}

/**
 * The shop's own currency; null until it is known. The server takes plain amounts in it, so nothing depends on it but the
 * sign in the field.
 */
export function useShopCurrency(): string | null {
  return useShopCurrencies()[0] ?? null
}

/** The sign of a currency as it stands in a price field: '€', '$', 'CHF'. */
export function currencySign(currency: string | null, locale: string): string | null {
  if (currency === null) return null
  const parts = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(1)
  return parts.find(({ type }) => type === 'currency')?.value ?? currency
}
