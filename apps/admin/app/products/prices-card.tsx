import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { PriceField } from '../form/price-field.tsx'
import type { DraftPrice, DraftVariant } from './draft.ts'
import type { Editing } from './use-draft.ts'

const empty: DraftPrice = { price: '', compare_at_price: '' }

/** Prices in the shop's other currencies: a line for each variant, a column for each currency. */
export function PricesCard({ editing }: { editing: Editing }) {
  const { t } = useTranslation()
  const { draft, change, errorAt, others } = editing
  const set = (key: string, currency: string, part: Partial<DraftPrice>) =>
    change((before) => ({
      variants: before.variants.map((variant) =>
        variant.key === key ? withPrice(variant, currency, part) : variant,
      ),
    }))
  const first = draft.variants[0]
  const sameForAll = (currency: string) =>
    change((before) => ({
      variants: before.variants.map((variant) =>
        withPrice(variant, currency, first?.prices[currency] ?? empty),
      ),
    }))
  return (
    <Card flush title={t('productPrices.title')}>
      <p className="px-5 pt-3 text-control-sm text-ink-subtle">{t('productPrices.hint')}</p>
      {/* What is wider than the page is pushed aside within its frame, by the keyboard too. */}
      <div
        role="region"
        aria-label={t('productPrices.title')}
        tabIndex={0}
        className="quiet-fields relative overflow-x-auto pb-2"
      >
        <table className="w-full border-collapse text-left text-control-sm">
          <caption className="visually-hidden">{t('productPrices.title')}</caption>
          <thead>
            <tr className="border-b border-line text-xs text-ink-subtle">
              <th
                scope="col"
                className="sticky left-0 z-1 min-w-20 bg-surface py-2 pr-3 pl-5 font-medium sm:min-w-28"
              >
                {t('productPrices.variant')}
              </th>
              {others.map((currency) => (
                <th key={currency} scope="col" className="min-w-60 py-2 pr-4 font-medium">
                  <span className="flex min-h-control-sm items-center justify-between gap-2">
                    {currency}
                    {draft.variants.length > 1 ? (
                      <Button size="sm" variant="ghost" onClick={() => sameForAll(currency)}>
                        {t('catalog.setAll')}
                        <span className="visually-hidden"> ({currency})</span>
                      </Button>
                    ) : null}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {draft.variants.map((variant, index) => {
              const name = variant.choice.join(' / ') || variant.sku || draft.name || t('catalog.product')
              return (
                <tr key={variant.key} className="align-top">
                  <th
                    scope="row"
                    className="sticky left-0 z-1 bg-surface py-2 pr-3 pl-5 font-medium sm:whitespace-nowrap"
                  >
                    <span className="flex min-h-control items-center">{name}</span>
                  </th>
                  {others.map((currency) => {
                    const { price, compare_at_price } = variant.prices[currency] ?? empty
                    const path = `variants.${index}.prices.${currency}`
                    return (
                      <td key={currency} className="py-2 pr-4">
                        <div className="grid grid-cols-2 gap-2">
                          <PriceField
                            label={`${name}: ${t('catalog.price')} ${currency}`}
                            labelHidden
                            placeholder={t('catalog.price')}
                            currency={currency}
                            value={price}
                            error={errorAt(`${path}.price`)}
                            onChange={(value) => set(variant.key, currency, { price: value })}
                          />
                          <PriceField
                            label={`${name}: ${t('catalog.comparePrice')} ${currency}`}
                            labelHidden
                            placeholder={t('catalog.comparePrice')}
                            currency={currency}
                            value={compare_at_price}
                            error={errorAt(`${path}.compare_at_price`)}
                            onChange={(value) => set(variant.key, currency, { compare_at_price: value })}
                          />
                        </div>
                      </td>
                    )
                  })}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

function withPrice(variant: DraftVariant, currency: string, part: Partial<DraftPrice>): DraftVariant {
  const prices = { ...variant.prices, [currency]: { ...empty, ...variant.prices[currency], ...part } }
  return { ...variant, prices }
}
