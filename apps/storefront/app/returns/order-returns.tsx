import { useTranslation } from 'react-i18next'
import { KitLink } from '@rampart/kit/link.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { useEnvironment } from '../environment.tsx'
import { newReturnPath, returnPath } from './return-path.ts'
import { ReturnStatusBadge } from './return-status.tsx'
import type { OrderReturns } from './types.ts'

/** On the page of an order: its returns, and the way to a new one while there is one. */
export function OrderReturnsSection({
  orderId,
  token,
  returns,
}: {
  orderId: string
  token: string | null
  returns: OrderReturns
}) {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const { items, returnable, until } = returns
  if (items.length === 0 && returnable.length === 0) return null
  const date =
    until === null
      ? null
      : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(until))
  return (
    <section className="mt-8 border-t border-line pt-6" aria-labelledby="returns">
      <h2 id="returns" className="mb-3 text-xl">
        {t('returns.tab')}
      </h2>
      {items.length > 0 ? (
        <ul className="mb-4 divide-y divide-line border-y border-line">
          {items.map((item) => (
            <li key={item.id} className="relative flex flex-wrap items-center gap-x-4 gap-y-1 py-3 text-sm">
              <KitLink
                href={returnPath(orderId, item.id, token)}
                className="font-medium after:absolute after:inset-0"
              >
                {t('returns.title', { number: item.number })}
              </KitLink>
              <span className="text-ink-muted">
                {t('returns.pieces', { count: item.lines.reduce((sum, line) => sum + line.quantity, 0) })}
              </span>
              <ReturnStatusBadge status={item.status} />
            </li>
          ))}
        </ul>
      ) : null}
      {returnable.length > 0 ? (
        <>
          <LinkButton href={newReturnPath(orderId, token)} size="sm">
            {t('returns.ask')}
          </LinkButton>
          {date === null ? null : (
            <p className="mt-2 text-sm text-ink-muted">{t('returns.until', { date })}</p>
          )}
        </>
      ) : null}
    </section>
  )
}
