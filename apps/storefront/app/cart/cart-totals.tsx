import { useTranslation } from 'react-i18next'
import { formatMoney } from '@rampart/kit/money.ts'
import { usePriceRows } from '../codes/price-rows.ts'
import { useEnvironment } from '../environment.tsx'
import type { Cart } from './types.ts'

/** What the cart comes to so far. Taxes and delivery follow when it is known where it goes. */
export function CartTotals({ cart }: { cart: Cart }) {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const { rows } = usePriceRows({ ...cart, taxes: [] })
  const added = cart.prices === 'exclusive' && Number(cart.tax_total.amount) > 0
  const more = added ? [...rows, { label: t('codes.tax'), value: formatMoney(cart.tax_total, locale) }] : rows
  return (
    <dl className="figures space-y-1.5">
      {more.length === 0 ? null : (
        <div className="flex justify-between gap-4 text-sm">
          <dt className="text-ink-muted">{t('cart.subtotal')}</dt>
          <dd>{formatMoney(cart.subtotal, locale)}</dd>
        </div>
      )}
      {more.map(({ label, value }) => (
        <div key={label} className="flex justify-between gap-4 text-sm">
          <dt className="min-w-0 text-ink-muted wrap-anywhere">{label}</dt>
          <dd className="whitespace-nowrap">{value}</dd>
        </div>
      ))}
      <div className="flex items-baseline justify-between gap-4 text-lg font-medium">
        <dt>{t(more.length === 0 ? 'cart.subtotal' : 'codes.totalSoFar')}</dt>
        <dd>{formatMoney(more.length === 0 ? cart.subtotal : cart.total, locale)}</dd>
      </div>
    </dl>
  )
}
