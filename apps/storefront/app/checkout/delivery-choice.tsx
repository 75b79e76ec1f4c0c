import { useTranslation } from 'react-i18next'
import { formatMoney } from '@rampart/kit/money.ts'
import { Notice } from '@rampart/kit/notice.tsx'
import { RadioCards } from '@rampart/kit/radio-cards.tsx'
import { useEnvironment } from '../environment.tsx'
import type { Quote } from './types.ts'

/** How long it takes, in words. */
export function useDayRange(): (min: number, max: number) => string {
  const { t } = useTranslation()
  return (min, max) =>
    min === max ? t('checkout.days', { count: max }) : t('checkout.dayRange', { min, max })
}

/** The ways to deliver, with their prices. */
export function DeliveryChoice({ quote, chosen }: { quote: Quote; chosen: string | undefined }) {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const dayRange = useDayRange()
  if (quote.shipping_options.length === 0) return <Notice tone="warning">{t('checkout.noShipping')}</Notice>
  const codes = quote.shipping_options.map((option) => option.code)
  const current = chosen && codes.includes(chosen) ? chosen : (quote.shipping_method ?? codes[0])
  return (
    <RadioCards
      key={`${codes.join()}:${current ?? ''}`}
      legend={t('checkout.shipping')}
      legendHidden
      name="shipping_method"
      required
      defaultValue={current}
      options={quote.shipping_options.map((option) => ({
        value: option.code,
        label: option.name,
        hint: option.description || dayRange(option.min_days, option.max_days),
        aside: Number(option.price.amount) === 0 ? t('checkout.free') : formatMoney(option.price, locale),
      }))}
    />
  )
}
