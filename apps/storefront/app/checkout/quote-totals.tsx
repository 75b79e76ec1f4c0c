import { useTranslation } from 'react-i18next'
import { formatMoney } from '@rampart/kit/money.ts'
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
  const free = Number(quote.shipping_total.amount) === 0
  return (
    <SummaryTotals
      rows={[
        { label: t('checkout.subtotal'), value: formatMoney(quote.subtotal, locale) },
        {
          label: t(estimated ? 'checkout.deliveryEstimated' : 'checkout.delivery'),
          value: free ? t('checkout.free') : formatMoney(quote.shipping_total, locale),
        },
      ]}
      total={total}
    />
  )
}
