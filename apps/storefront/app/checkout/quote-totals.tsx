import { useTranslation } from 'react-i18next'
import { formatMoney } from '@rampart/kit/money.ts'
import { usePriceRows } from '../codes/price-rows.ts'
import { useEnvironment } from '../environment.tsx'
import { SummaryTotals } from './order-summary.tsx'
import type { Quote } from './types.ts'

/** The sums of a quote. Delivery is an estimate as long as nobody knows where it goes. */
export function QuoteTotals({
  quote,
  total,
  estimated,
}: {
  quote: Quote
  total: string
  estimated: boolean
}) {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const priced = usePriceRows(quote)
  const free = Number(quote.shipping_total.amount) === 0
  return (
    <SummaryTotals
      rows={[
        { label: t('checkout.subtotal'), value: formatMoney(quote.subtotal, locale) },
        {
          label: t(estimated ? 'checkout.deliveryEstimated' : 'checkout.delivery'),
          value: free ? t('checkout.free') : formatMoney(quote.shipping_total, locale),
        },
        ...priced.rows,
      ]}
      total={total}
      note={priced.note}
      paid={quote.gift_cards
        .filter(({ amount }) => Number(amount.amount) > 0)
        .map(({ hint, amount }) => ({
          label: t('codes.giftCard', { hint }),
          value: `−${formatMoney(amount, locale)}`,
        }))}
      toPay={formatMoney(quote.to_pay, locale)}
    />
  )
}
