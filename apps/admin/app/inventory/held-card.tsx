import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { api } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Loaded } from '../list/loaded.tsx'
import { useCan } from '../session/use-me.ts'

const SHOWN = 10
const MOST = 100

/** Orders that hold pieces of a variant, and until when; nothing where none is held. */
export function HeldCard({ variantId, reserved }: { variantId: string; reserved: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const [many, setMany] = useState(SHOWN)
  const held = useQuery({
    queryKey: ['inventory', 'held', variantId, many],
    queryFn: ({ signal }) =>
      api.inventory.listReservations({ variant_id: variantId, page_size: many }, { signal }),
    enabled: reserved > 0,
  })
  if (reserved === 0) return null
  return (
    <Card title={t('stock.held.title')} flush>
      <p className="px-5 py-3 text-control-sm text-ink-muted">{t('stock.held.text')}</p>
      <Loaded query={held} loading={<Skeleton className="mx-5 mb-4 h-10" />}>
        {({ items, total }) => (
          <>
            <ul className="divide-y divide-line border-t border-line">
              {items.map((line) => (
                <li
                  key={line.order_id}
                  className="flex items-baseline justify-between gap-3 px-5 py-2 text-control-sm"
                >
                  <span>
                    {t('stock.held.pieces', { count: line.quantity })}
                    {can('orders:read') ? (
                      <>
                        {' · '}
                        <KitLink href={`/orders/${line.order_id}`} className="underline hover:text-ink">
                          {t('stock.held.order')}
                        </KitLink>
                      </>
                    ) : null}
                  </span>
                  <span className="whitespace-nowrap text-ink-muted" title={format.dayTime(line.reserved_at)}>
                    {t('stock.held.until', { when: format.dayTime(line.expires_at) })}
                  </span>
                </li>
              ))}
            </ul>
            {total > items.length && many < MOST ? (
              <Button size="sm" variant="ghost" className="m-2" onClick={() => setMany(MOST)}>
                {t('common.loadMore')}
              </Button>
            ) : null}
          </>
        )}
      </Loaded>
    </Card>
  )
}
