import { useTranslation } from 'react-i18next'
import { formatMoney, type WireMoney } from '@rampart/kit/money.ts'
import { useEnvironment } from '../environment.tsx'

type Row = { label: string; value: string }

type Priced = {
  discounts: { name: string; coupon: string | null; amount: WireMoney }[]
  prices: 'inclusive' | 'exclusive'
  taxes: { rate_percent: string; net: WireMoney; tax: WireMoney }[]
}

/** Rows of discounts and of taxes that come on top, and the sentence about taxes that are in the prices. */
export function usePriceRows({ discounts, prices, taxes }: Priced): { rows: Row[]; note: string | null } {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const owed = taxes.filter(({ tax }) => Number(tax.amount) > 0)
  const rate = (percent: string) => new Intl.NumberFormat(locale).format(Number(percent))
  const taxText = (key: 'codes.includedTax' | 'codes.addedTax', tax: (typeof owed)[number]) =>
    t(key, { rate: rate(tax.rate_percent), amount: formatMoney(tax.tax, locale) })
  return {
    rows: [
      ...discounts.map(({ name, coupon, amount }) => ({
        label: coupon === null ? name : `${name} (${coupon})`,
        value: `−${formatMoney(amount, locale)}`,
      })),
      ...(prices === 'exclusive'
        ? owed.map((tax) => ({ label: taxText('codes.addedTax', tax), value: formatMoney(tax.tax, locale) }))
        : []),
    ],
    note:
      prices === 'inclusive' && owed.length > 0
        ? owed.map((tax) => taxText('codes.includedTax', tax)).join(' · ')
        : null,
  }
}
