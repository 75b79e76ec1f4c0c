import { useQuery } from '@tanstack/react-query'
import { Pencil, Pin as PinIcon, SearchX, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { Loaded } from '../list/loaded.tsx'
import { Pager } from '../list/pager.tsx'
import { SearchBox } from '../list/search-box.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import type { ListParams } from '../list/use-list-params.ts'
import { type Pin, pinsQuery } from './search-queries.ts'

/** Questions with products that stand before all others. */
export function PinList({
  params,
  add,
  onEdit,
  onDelete,
}: {
  params: ListParams
  add: ReactNode
  onEdit: (pin: Pin) => void
  onDelete: (pin: Pin) => void
}) {
  const { t } = useTranslation()
  const q = params.get('q')
  const pins = useQuery(pinsQuery({ q, page: params.page }))
  return (
    <>
      <SearchBox params={params} label={t('search.findPin')} />
      <Card flush>
        <Loaded query={pins} loading={<TableSkeleton rows={4} />}>
          {(page) =>
            page.items.length > 0 ? (
              <>
                <ul className="divide-y divide-line">
                  {page.items.map((pin) => (
                    <PinRow key={pin.id} {...{ pin, onEdit, onDelete }} />
                  ))}
                </ul>
                <Pager page={page} params={params} />
              </>
            ) : q === undefined ? (
              <EmptyState icon={PinIcon} title={t('search.noPins')} action={add}>
                {t('search.noPinsText')}
              </EmptyState>
            ) : (
              <EmptyState icon={SearchX} title={t('search.noMatch')} />
            )
          }
        </Loaded>
      </Card>
    </>
  )
}

function PinRow({
  pin,
  onEdit,
  onDelete,
}: {
  pin: Pin
  onEdit: (pin: Pin) => void
  onDelete: (pin: Pin) => void
}) {
  const { t } = useTranslation()
  const gone = pin.product_ids.length - pin.products.length
  return (
    <li className="flex items-start gap-3 px-5 py-2.5 text-control-sm">
      <div className="min-w-0 flex-1 py-1">
        <p className="font-medium wrap-anywhere">{pin.question}</p>
        <ol className="mt-1 flex list-inside list-decimal flex-col gap-0.5 text-ink-muted">
          {pin.products.map((product) => (
            <li key={product.id} className="truncate">
              {product.name}
            </li>
          ))}
        </ol>
        {gone > 0 ? <p className="mt-1 text-ink-subtle">{t('search.pinGone', { count: gone })}</p> : null}
      </div>
      <div className="flex shrink-0">
        <IconButton
          icon={Pencil}
          label={`${t('common.edit')}: ${pin.question}`}
          onClick={() => onEdit(pin)}
        />
        <IconButton
          icon={Trash2}
          label={`${t('common.delete')}: ${pin.question}`}
          onClick={() => onDelete(pin)}
        />
      </div>
    </li>
  )
}
