import { useTranslation } from 'react-i18next'
import { formatMoney } from '@rampart/kit/money.ts'
import { useEnvironment } from '../environment.tsx'
import { DateText } from '../layout/date-text.tsx'
import type { Variant } from './types.ts'

/** What belongs to a reduced price: until when it holds, and what the law wants to be told. */
export function Reduction({
  variant,
}: {
  variant: { [Key in 'sale_ends_at' | 'lowest_price']?: Variant[Key] }
}) {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const { sale_ends_at, lowest_price } = variant
  if (!sale_ends_at && !lowest_price) return null
  return (
    <div className="flex flex-col gap-0.5 text-sm text-ink-muted">
      {sale_ends_at ? (
        <p>
          {t('product.sale')} · {t('product.saleEnds')} <DateText value={sale_ends_at} withTime /> UTC
        </p>
      ) : null}
      {lowest_price ? <p>{t('product.lowestPrice', { price: formatMoney(lowest_price, locale) })}</p> : null}
    </div>
  )
}
