import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'

/**
 * The currency that the shop sells in, read off what it already has prices for; null in a shop without any.
 * The server takes plain amounts in its own currency, so nothing depends on it but the sign in the field.
 */
export function useShopCurrency(): string | null {
  const { data } = useQuery({
    queryKey: ['shop-currency'],
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const { items: methods } = await api.shipping.listMethods({}, { signal })
      if (methods[0]) return methods[0].price.currency
      const { items: products } = await api.catalog.listManagedProducts({ page_size: 1 }, { signal })
      return products[0]?.price.currency ?? null
    },
  })
  return data ?? null
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
