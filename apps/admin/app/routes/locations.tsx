import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { useCan } from '../session/use-me.ts'
import { BackLink } from '../shell/back-link.tsx'
import { Page } from '../shell/page.tsx'
import { CloseLocation, NameLocation, type Location } from '../warehouse/location-dialogs.tsx'
import { locationsQuery } from '../warehouse/locations-query.ts'
import { ShopRule } from '../warehouse/shop-rule.tsx'

type Open = { kind: 'name'; location: Location | null } | { kind: 'close'; location: Location } | null

export default function Locations() {
  const { t } = useTranslation()
  const can = useCan()
  const locations = useQuery(locationsQuery)
  const [open, setOpen] = useState<Open>(null)
  const writable = can('inventory:write')
  return (
    <Page
      title={t('warehouse.locations')}
      tab={t('warehouse.locations')}
      lead={t('warehouse.locationsLead')}
      above={<BackLink href="/inventory">{t('stock.title')}</BackLink>}
      narrow
      actions={
        writable ? (
          <Button variant="primary" onClick={() => setOpen({ kind: 'name', location: null })}>
            <Icon icon={Plus} size="sm" />
            {t('warehouse.add')}
          </Button>
        ) : null
      }
    >
      <Card flush>
        <Loaded query={locations} loading={<TableSkeleton rows={3} />}>
          {({ items }) => (
            <ul className="divide-y divide-line">
              {items.map((location) => (
                <li key={location.id} className="flex flex-wrap items-center gap-3 px-5 py-3">
                  <span className="min-w-0 flex-1">
                    <KitLink
                      href={`/inventory?location=${location.id}`}
                      className="font-medium hover:underline"
                    >
                      {location.name}
                    </KitLink>
                  </span>
                  {location.is_main ? <Badge tone="neutral">{t('warehouse.main')}</Badge> : null}
                  {writable ? (
                    <Button
                      size="sm"
                      variant="ghost"
                      aria-label={`${t('warehouse.rename')}: ${location.name}`}
                      onClick={() => setOpen({ kind: 'name', location })}
                    >
                      {t('warehouse.rename')}
                    </Button>
                  ) : null}
                  {writable && !location.is_main ? (
                    <Button
                      size="sm"
                      variant="ghost"
                      aria-label={`${t('warehouse.close')}: ${location.name}`}
                      onClick={() => setOpen({ kind: 'close', location })}
                    >
                      {t('warehouse.close')}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </Card>
      {writable ? <ShopRule /> : null}
      {open?.kind === 'name' ? <NameLocation location={open.location} onClose={() => setOpen(null)} /> : null}
      {open?.kind === 'close' ? (
        <CloseLocation location={open.location} onClose={() => setOpen(null)} />
      ) : null}
    </Page>
  )
}
