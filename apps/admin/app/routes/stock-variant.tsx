import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { api, type Answer } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { HeldCard } from '../inventory/held-card.tsx'
import { Movements } from '../inventory/movements.tsx'
import { stockName } from '../inventory/stock-columns.tsx'
import { StockDialog } from '../inventory/stock-dialog.tsx'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { useCan } from '../session/use-me.ts'
import { BackLink } from '../shell/back-link.tsx'
import { Page } from '../shell/page.tsx'
import { MoveDialog } from '../warehouse/move-dialog.tsx'
import { RulesCard } from '../warehouse/rules-card.tsx'

type Stock = Answer<'inventory', 'getStock'>

export default function StockVariant() {
  const { variantId = '' } = useParams()
  const stock = useQuery({
    queryKey: ['inventory', 'stock', variantId],
    queryFn: ({ signal }) => api.inventory.getStock({ variant_id: variantId }, { signal }),
  })
  return (
    <Loaded query={stock} page loading={<TableSkeleton />}>
      {(data) => <Detail stock={data} />}
    </Loaded>
  )
}

function Detail({ stock }: { stock: Stock }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const [open, setOpen] = useState<'adjust' | 'move' | null>(null)
  const name = stockName(stock, t('stock.unknown'))
  const writable = can('inventory:write') || can('inventory:own')
  const figures = [
    [t('stock.onHand'), stock.on_hand],
    [t('stock.reserved'), stock.reserved],
    [t('stock.available'), stock.available],
  ] as const
  return (
    <Page
      title={name}
      tab={name}
      above={<BackLink href="/inventory">{t('stock.title')}</BackLink>}
      lead={stock.sku ?? undefined}
      actions={
        writable ? (
          <>
            {stock.locations.length > 1 ? (
              <Button onClick={() => setOpen('move')}>{t('warehouse.move')}</Button>
            ) : null}
            <Button variant="primary" onClick={() => setOpen('adjust')}>
              {t('stock.adjust')}
            </Button>
          </>
        ) : null
      }
    >
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <dl className="grid grid-cols-3 divide-x divide-line rounded-lg border border-line bg-surface">
            {figures.map(([label, value]) => (
              <div key={label} className="px-5 py-3">
                <dt className="text-xs text-ink-subtle">{label}</dt>
                <dd className="figures text-lg font-semibold">{format.number(value)}</dd>
              </div>
            ))}
          </dl>
          <HeldCard variantId={stock.variant_id} reserved={stock.reserved} />
          <Card title={t('warehouse.history')}>
            <Movements variantId={stock.variant_id} stretch={25} places={stock.locations.length > 1} />
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Card title={t('warehouse.locations')} flush>
            <ul className="divide-y divide-line">
              {stock.locations.map((location) => (
                <li key={location.id} className="flex justify-between gap-4 px-5 py-2 text-control-sm">
                  <span>{location.name}</span>
                  <span className="figures font-medium">{format.number(location.on_hand)}</span>
                </li>
              ))}
            </ul>
          </Card>
          {writable ? <RulesCard stock={stock} /> : null}
        </div>
      </div>
      {open === 'adjust' ? (
        <StockDialog variantId={stock.variant_id} name={name} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'move' ? <MoveDialog stock={stock} onClose={() => setOpen(null)} /> : null}
    </Page>
  )
}
