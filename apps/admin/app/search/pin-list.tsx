import { useQuery } from '@tanstack/react-query'
import { Pin as PinIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type OfRules, RuleButtons, RuleList } from './rule-list.tsx'
import { type Pin, pinsQuery } from './search-queries.ts'

/** Questions with products that stand before all others. */
export function PinList({ params, add, onEdit, onDelete }: OfRules<Pin>) {
  const { t } = useTranslation()
  const pins = useQuery(pinsQuery({ q: params.get('q'), page: params.page }))
  return (
    <RuleList
      params={params}
      query={pins}
      find={t('search.findPin')}
      rows={4}
      empty={{ icon: PinIcon, title: t('search.noPins'), text: t('search.noPinsText') }}
      add={add}
    >
      {(pin) => (
        <PinRow key={pin.id} pin={pin}>
          <RuleButtons name={pin.question} onEdit={() => onEdit(pin)} onDelete={() => onDelete(pin)} />
        </PinRow>
      )}
    </RuleList>
  )
}

function PinRow({ pin, children }: { pin: Pin; children: ReactNode }) {
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
      {children}
    </li>
  )
}
