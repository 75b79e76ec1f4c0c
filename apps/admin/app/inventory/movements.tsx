import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { api } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Loaded } from '../list/loaded.tsx'

/** What moved a variant's stock, newest first; with `places`, where. */
export function Movements({
  variantId,
  stretch = 8,
  places = false,
}: {
  variantId: string
  stretch?: number
  places?: boolean
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const movements = useInfiniteQuery({
    queryKey: ['inventory', 'movements', variantId, stretch],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      api.inventory.listMovements({ variant_id: variantId, cursor: pageParam, limit: stretch }, { signal }),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })
  return (
    <section>
      <h3 className="mb-2 text-xs font-medium text-ink-subtle">{t('stock.movements')}</h3>
      <Loaded query={movements} loading={<Skeleton className="h-16 w-full" />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0)
            return <p className="text-control-sm text-ink-subtle">{t('stock.noMovements')}</p>
          return (
            <ul className="divide-y divide-line rounded-md border border-line">
              {items.map((movement) => (
                <li key={movement.id} className="flex items-baseline gap-3 px-3 py-1.5 text-control-sm">
                  <span
                    className={`figures w-14 shrink-0 font-medium ${movement.delta > 0 ? 'text-success' : ''}`}
                  >
                    {format.signed(movement.delta)}
                  </span>
                  <span className="min-w-0 flex-1">
                    {t(`stock.reasons.${movement.reason}`)}
                    {places ? <span className="text-ink-subtle"> · {movement.location_name}</span> : null}
                    {movement.note ? <span className="text-ink-muted"> · {movement.note}</span> : null}
                  </span>
                  <span
                    className="text-xs whitespace-nowrap text-ink-subtle"
                    title={format.dayTime(movement.occurred_at)}
                  >
                    {format.ago(movement.occurred_at)}
                  </span>
                </li>
              ))}
            </ul>
          )
        }}
      </Loaded>
      {movements.hasNextPage ? (
        <Button
          size="sm"
          variant="ghost"
          className="mt-2"
          pending={movements.isFetchingNextPage}
          onClick={() => void movements.fetchNextPage()}
        >
          {t('common.loadMore')}
        </Button>
      ) : null}
    </section>
  )
}
