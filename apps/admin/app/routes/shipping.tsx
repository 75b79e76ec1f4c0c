import { useQuery } from '@tanstack/react-query'
import { Ellipsis, Pencil, Plus, Trash2, Truck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { Menu } from '@rampart/kit/menu.tsx'
import { api, type ShippingMethod } from '../api.ts'
import { DeleteDialog } from '../form/delete-dialog.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { isZero } from '../money/sum-money.ts'
import { useCan } from '../session/use-me.ts'
import { MethodDialog } from '../shipping/method-dialog.tsx'
import { methodsQuery } from '../shipping/methods-query.ts'
import { Page } from '../shell/page.tsx'

type Open =
  { kind: 'edit'; method: ShippingMethod | null } | { kind: 'delete'; method: ShippingMethod } | null

export default function Shipping() {
  const { t } = useTranslation()
  const can = useCan()
  const methods = useQuery(methodsQuery)
  const [open, setOpen] = useState<Open>(null)
  const writable = can('shipping:write')
  const add = writable ? (
    <Button variant="primary" onClick={() => setOpen({ kind: 'edit', method: null })}>
      <Icon icon={Plus} size="sm" />
      {t('shipping.add')}
    </Button>
  ) : null
  return (
    <Page title={t('shipping.title')} tab={t('shipping.title')} lead={t('shipping.lead')} actions={add}>
      <Card flush>
        <Loaded query={methods} loading={<TableSkeleton rows={3} />}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={Truck} title={t('shipping.empty')} action={add}>
                {t('shipping.emptyText')}
              </EmptyState>
            ) : (
              <ul className="divide-y divide-line">
                {items.map((method) => (
                  <MethodRow key={method.id} method={method} onOpen={writable ? setOpen : null} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Card>
      {open?.kind === 'edit' ? (
        <MethodDialog
          method={open.method}
          position={methods.data?.items.length ?? 0}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open?.kind === 'delete' ? (
        <DeleteDialog
          title={t('shipping.removeTitle', { name: open.method.name })}
          text={t('shipping.removeText')}
          said={t('shipping.removed')}
          shownBy={['shipping']}
          remove={() => api.shipping.deleteMethod({ method_id: open.method.id })}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </Page>
  )
}

function MethodRow({ method, onOpen }: { method: ShippingMethod; onOpen: ((open: Open) => void) | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const days =
    method.max_days === 0
      ? t('shipping.sameDay')
      : method.min_days === method.max_days
        ? t('shipping.days', { count: method.max_days })
        : t('shipping.dayRange', { min: method.min_days, max: method.max_days })
  const where =
    method.countries.length === 0
      ? t('shipping.everywhere')
      : method.countries.length <= 3
        ? method.countries.map(format.country).join(', ')
        : t('shipping.countryCount', { count: method.countries.length })
  return (
    <li className="flex items-center gap-4 px-5 py-3">
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="font-medium">{method.name}</span>
          <Badge tone={method.active ? 'success' : 'neutral'} dot>
            {t(method.active ? 'shipping.on' : 'shipping.off')}
          </Badge>
        </div>
        <p className="mt-0.5 text-xs text-ink-subtle">{[method.code, days, where].join(' · ')}</p>
      </div>
      <div className="text-right">
        <p className="figures text-control-sm font-medium">
          {isZero(method.price) ? t('shipping.free') : format.money(method.price)}
        </p>
        {method.free_over ? (
          <p className="figures text-xs text-ink-subtle">
            {t('shipping.freeFrom', { amount: format.money(method.free_over) })}
          </p>
        ) : null}
      </div>
      {onOpen === null ? null : (
        <Menu
          trigger={<IconButton icon={Ellipsis} label={`${t('common.actions')}: ${method.name}`} />}
          entries={[
            {
              kind: 'action',
              label: t('common.edit'),
              icon: Pencil,
              onSelect: () => onOpen({ kind: 'edit', method }),
            },
            {
              kind: 'action',
              label: t('common.delete'),
              icon: Trash2,
              danger: true,
              onSelect: () => onOpen({ kind: 'delete', method }),
            },
          ]}
        />
      )}
    </li>
  )
}
