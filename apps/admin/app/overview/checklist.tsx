import { useQueries } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { cx } from '@rampart/kit/cx.ts'
import { Icon } from '@rampart/kit/icon.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { api } from '../api.ts'
import { listOrdersQuery } from '../orders/list-orders-query.ts'
import { useCan } from '../session/use-me.ts'
import { methodsQuery } from '../shipping/methods-query.ts'

/** What a new shop still lacks; gone once it has a product, a shipping rate and an order. */
export function Checklist() {
  const { t } = useTranslation()
  const can = useCan()
  const enabled = can('catalog:write') && can('shipping:write') && can('orders:read')
  const [products, methods, orders] = useQueries({
    queries: [
      {
        queryKey: ['products', 'published'],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          api.catalog.listManagedProducts({ status: 'published', page_size: 1 }, { signal }),
        enabled,
      },
      { ...methodsQuery, enabled },
      { ...listOrdersQuery({ page_size: 1 }), enabled },
    ],
  })
  if (!products.data || !methods.data || !orders.data) return null
  const steps = [
    { name: 'Product', href: '/products/new', done: products.data.total > 0 },
    { name: 'Shipping', href: '/shipping', done: methods.data.items.some(({ active }) => active) },
    { name: 'Order', href: null, done: orders.data.total > 0 },
  ] as const
  if (steps.every(({ done }) => done)) return null
  return (
    <Card title={t('overview.checklist')} flush>
      <ol className="divide-y divide-line">
        {steps.map((step, index) => (
          <li
            key={step.name}
            className="relative flex items-start gap-3 px-5 py-3 transition-colors hover:bg-hover"
          >
            <span
              className={cx(
                'mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-full border text-2xs font-semibold',
                step.done
                  ? 'border-transparent bg-accent text-accent-ink'
                  : 'border-line-strong text-ink-subtle',
              )}
            >
              {step.done ? (
                <Icon icon={Check} size="sm" label={t('overview.done')} className="size-3!" />
              ) : (
                index + 1
              )}
            </span>
            <span className="min-w-0 text-control-sm">
              {step.href === null ? (
                <a
                  href="/"
                  target="_blank"
                  rel="noreferrer"
                  className="font-medium after:absolute after:inset-0"
                >
                  {t(`overview.step${step.name}`)}
                </a>
              ) : (
                <KitLink
                  href={step.href}
                  className={cx(
                    'font-medium after:absolute after:inset-0',
                    step.done && 'text-ink-subtle line-through',
                  )}
                >
                  {t(`overview.step${step.name}`)}
                </KitLink>
              )}
              <span className="block text-ink-muted">{t(`overview.step${step.name}Text`)}</span>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
