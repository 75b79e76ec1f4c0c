import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '@rampart/kit/money.ts'
import type { Money } from '../api.ts'
import { relativeStep } from './relative-step.ts'
import type { Locale } from './locale.ts'

function formatter(locale: Locale) {
  // British order of day and month for English: the month is a word, so nobody misreads it.
  const tag = locale === 'en' ? 'en-GB' : locale
  const day = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric' })
  const shortDay = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short' })
  const dayTime = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  const time = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  const whole = new Intl.NumberFormat(locale)
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' })
  const regions = new Intl.DisplayNames(locale, { type: 'region' })
  return {
    locale,
    money: (money: Money) => formatMoney(money, locale),
    day: (iso: string) => day.format(new Date(iso)),
    shortDay: (iso: string) => shortDay.format(new Date(iso)),
    dayTime: (iso: string) => dayTime.format(new Date(iso)),
    time: (iso: string) => time.format(new Date(iso)),
    /** '5 min ago' within a week, the date after that. */
    ago: (iso: string) => {
      const step = relativeStep(new Date(iso).getTime() - Date.now())
      return step === null ? day.format(new Date(iso)) : relative.format(step.value, step.unit)
    },
    number: (value: number) => whole.format(value),
    signed: (value: number) => signed.format(value),
    country: (code: string) => regions.of(code) ?? code,
  }
}

export type Format = ReturnType<typeof formatter>

/** Money, dates, numbers and countries in the reader's own writing. */
export function useFormat(): Format {
  const { i18n } = useTranslation()
  return useMemo(() => formatter(i18n.language as Locale), [i18n.language])
}
