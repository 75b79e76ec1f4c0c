import { useTranslation } from 'react-i18next'
import type { Product } from '../api.ts'
import { PriceField } from '../form/price-field.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { parsePrice, priceDigits, priceInput } from '../money/parse-price.ts'

/** What is typed, by variant and currency. */
export type SalePrices = Readonly<Record<string, string>>

type Offer = { key: string; variant_id: string; name: string; currency: string; regular: string }

/** Every price of a product that a sale could lower: of each variant in each currency it is for sale in. */
export function offersOf(product: Product): Offer[] {
  return product.variants.flatMap((variant) =>
    [variant, ...(variant.prices ?? [])].map(({ price, regular_price }) => ({
      key: `${variant.id} ${price.currency}`,
      variant_id: variant.id,
      name: Object.values(variant.options).join(' / ') || variant.sku,
      currency: price.currency,
      regular: (regular_price ?? price).amount,
    })),
  )
}

/** The prices that were typed, for the API; null where one is no amount, or nothing was typed. */
export function readSalePrices(offers: readonly Offer[], typed: SalePrices, locale: string) {
  const read = offers.flatMap(({ key, variant_id, currency }) => {
    const text = typed[key]?.trim() ?? ''
    if (text === '') return []
    return [{ variant_id, currency, amount: parsePrice(text, locale, priceDigits(currency)) }]
  })
  const prices = read.flatMap(({ variant_id, currency, amount }) =>
    amount === null ? [] : [{ variant_id, price: { amount, currency } }],
  )
  return prices.length === 0 || prices.length < read.length ? null : prices
}

/** A field for each price of a product; what is left empty stays as it is. */
export function SalePriceFields({
  offers,
  typed,
  onChange,
}: {
  offers: readonly Offer[]
  typed: SalePrices
  onChange: (typed: SalePrices) => void
}) {
  const { t } = useTranslation()
  const { locale } = useFormat()
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-1 text-control-sm font-medium">{t('productPrices.salePrices')}</legend>
      <p className="text-control-sm text-ink-subtle">{t('productPrices.salePricesHint')}</p>
      <ul className="max-h-72 divide-y divide-line overflow-y-auto border-y border-line" tabIndex={0}>
        {offers.map(({ key, name, currency, regular }) => (
          <li key={key} className="grid grid-cols-[minmax(0,1fr)_7rem_8rem] items-center gap-3 py-1.5 pr-1">
            <span className="truncate text-control-sm">{name}</span>
            <span className="figures text-right text-control-sm text-ink-subtle">
              {priceInput(regular, locale)} {currency}
            </span>
            <PriceField
              label={`${name}: ${t('productPrices.salePrice')} ${currency}`}
              labelHidden
              currency={currency}
              value={typed[key] ?? ''}
              onChange={(value) => onChange({ ...typed, [key]: value })}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
