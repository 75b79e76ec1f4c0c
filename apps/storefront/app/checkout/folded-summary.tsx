import { ChevronDown, ShoppingBag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '@rampart/kit/icon.tsx'
import { SummaryLines } from './order-summary.tsx'
import { QuoteTotals } from './quote-totals.tsx'
import type { Quote } from './types.ts'

/** The order in one line at the top of a phone, where the panel beside the form has no room. Opens without script. */
export function FoldedSummary({
  quote,
  total,
  estimated,
}: {
  quote: Quote
  total: string
  estimated: boolean
}) {
  const { t } = useTranslation()
  return (
    <details className="group border-b border-line bg-well lg:hidden">
      <summary className="page flex min-h-14 items-center gap-2.5 text-sm font-medium">
        <Icon icon={ShoppingBag} />
        <span className="group-open:hidden">{t('checkout.showOrder')}</span>
        <span className="hidden group-open:inline">{t('checkout.hideOrder')}</span>
        <Icon icon={ChevronDown} size="sm" className="transition-transform group-open:rotate-180" />
        <span className="figures ml-auto text-lg font-semibold">{total}</span>
      </summary>
      <div className="page pt-2 pb-6">
        <SummaryLines lines={quote.items} />
        <QuoteTotals quote={quote} total={total} estimated={estimated} />
      </div>
    </details>
  )
}
