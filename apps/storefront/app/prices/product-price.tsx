import { useTranslation } from 'react-i18next'
import { formatMoney } from '@rampart/kit/money.ts'
import { Price } from '@rampart/kit/price.tsx'
import { useEnvironment } from '../environment.tsx'
import { priceIn } from './price-in.ts'
import { useCurrency } from './use-currency.ts'

/** A price in the reader's currency; where there is none, that is said in its place. */
export function ProductPrice({
  priced,
  size = 'sm',
  withLowest = false,
}: {
  priced: Parameters<typeof priceIn>[0]
  size?: 'sm' | 'lg'
  /** With the lowest price of the last 30 days beside a reduced one. */
  withLowest?: boolean
}) {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const currency = useCurrency() ?? priced.price.currency
  const asked = priceIn(priced, currency)
  if (asked === null) return <p className="text-sm text-ink-muted">{t('currency.notSold', { currency })}</p>
  return (
    <>
      <Price
        price={asked.price}
        compareAt={asked.compare_at_price}
        from={asked.price_varies ? t('shell.from') : undefined}
        locale={locale}
        labels={{ now: t('shell.now'), was: t('shell.was') }}
        size={size}
      />
      {withLowest && asked.lowest_price ? (
        <p className="text-xs text-ink-subtle">
          {t('product.lowestPrice', { price: formatMoney(asked.lowest_price, locale) })}
        </p>
      ) : null}
    </>
  )
}
