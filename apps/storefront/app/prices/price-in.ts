import type { WireMoney } from '@rampart/kit/money.ts'

/** What is asked in one currency, and what is said beside it. */
type Asked = {
  price: WireMoney
  compare_at_price: WireMoney | null
  lowest_price?: WireMoney | undefined
  sale_ends_at?: string | undefined
  price_varies?: boolean | undefined
}

type Priced = Asked & { prices?: Asked[] | undefined }

/** What is asked for something in a currency; null where it is not for sale in that one. */
export function priceIn(priced: Priced, currency: string): Asked | null {
  if (priced.price.currency === currency) return priced
  return priced.prices?.find(({ price }) => price.currency === currency) ?? null
}
