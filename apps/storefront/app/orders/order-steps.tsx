import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cx } from '@rampart/kit/cx.ts'
import { Icon } from '@rampart/kit/icon.tsx'
import { DateText } from '../layout/date-text.tsx'
import type { Order, OrderStatus } from './types.ts'

const steps = [
  'pending_payment',
  'paid',
  'processing',
  'shipped',
  'delivered',
] as const satisfies OrderStatus[]

/** Where an order stands on its way, with the day each step was taken. */
export function OrderSteps({ order }: { order: Order }) {
  const { t } = useTranslation()
  const labels = {
    pending_payment: t('order.stepPlaced'),
    paid: t('order.stepPaid'),
    processing: t('order.stepPacked'),
    shipped: t('order.stepShipped'),
    delivered: t('order.stepDelivered'),
  }
  const reached = steps.findIndex((step) => step === order.status)
  return (
    <ol aria-label={t('order.progress')} className="grid gap-5 sm:grid-cols-5 sm:gap-2">
      {steps.map((step, index) => {
        const done = index <= reached
        const when = order.history.find((entry) => entry.status === step)?.occurred_at
        return (
          <li
            key={step}
            aria-current={index === reached ? 'step' : undefined}
            className={cx(
              'relative flex items-center gap-3 sm:flex-col sm:items-start sm:gap-2',
              index > 0 &&
                'before:absolute before:bg-line max-sm:before:top-[-1.25rem] max-sm:before:left-3.5 max-sm:before:h-5 max-sm:before:w-px sm:before:top-3.5 sm:before:-left-2 sm:before:h-px sm:before:w-2',
            )}
          >
            <span className="flex w-full items-center max-sm:w-auto">
              <span
                aria-hidden="true"
                className={cx(
                  'flex size-7 shrink-0 items-center justify-center rounded-full border',
                  done
                    ? 'border-transparent bg-accent text-accent-ink'
                    : 'border-line-strong text-transparent',
                )}
              >
                <Icon icon={Check} size="sm" />
              </span>
              <span
                aria-hidden="true"
                className={cx(
                  'ml-2 hidden h-px flex-1 sm:block',
                  index < reached ? 'bg-accent' : 'bg-line',
                  index === steps.length - 1 && 'sm:hidden',
                )}
              />
            </span>
            <span className="text-sm">
              <span className={cx('block font-medium', !done && 'text-ink-subtle')}>
                {labels[step]}
                {done ? <span className="visually-hidden"> ({t('order.stepDone')})</span> : null}
              </span>
              {when && done ? <DateText value={when} className="text-ink-subtle" /> : null}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
