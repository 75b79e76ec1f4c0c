import { useQuery } from '@tanstack/react-query'
import { SearchX, Settings2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { LinkTabs } from '@rampart/kit/tabs.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { DataTable } from '../list/data-table.tsx'
import { Loaded } from '../list/loaded.tsx'
import { Pager } from '../list/pager.tsx'
import { SearchBox } from '../list/search-box.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { oneOf, useListParams } from '../list/use-list-params.ts'
import { useReturnColumns } from '../returns/return-columns.tsx'
import { ReturnSettingsDialog } from '../returns/return-settings-dialog.tsx'
import { returnStatuses } from '../returns/return-status.tsx'
import { returnSettingsQuery, returnsQuery } from '../returns/returns-query.ts'
import { useCan } from '../session/use-me.ts'
import { Page } from '../shell/page.tsx'

export default function Returns() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const params = useListParams()
  const columns = useReturnColumns()
  const [open, setOpen] = useState(false)
  const filters = { status: oneOf(params.get('status'), returnStatuses), q: params.get('q') }
  const returns = useQuery(returnsQuery({ ...filters, page: params.page }))
  const waiting = useQuery(returnsQuery({ status: 'requested', page_size: 1 })).data?.total
  const settings = useQuery(returnSettingsQuery).data
  const filtered = Object.values(filters).some((value) => value !== undefined)
  return (
    <Page
      title={t('returns.title')}
      tab={t('returns.title')}
      lead={t('returns.lead')}
      actions={
        can('orders:write') && settings !== undefined ? (
          <Button onClick={() => setOpen(true)}>
            <Icon icon={Settings2} size="sm" />
            {t('returns.settings')}
          </Button>
        ) : null
      }
    >
      {settings?.address === null ? <Notice tone="info">{t('returns.noAddress')}</Notice> : null}
      <LinkTabs
        label={t('returns.tabs')}
        tabs={[
          {
            href: params.href({ status: null }),
            label: t('common.all'),
            current: filters.status === undefined,
          },
          ...returnStatuses.map((status) => ({
            href: params.href({ status }),
            label: t(`returns.status.${status}`),
            count: status === 'requested' && waiting ? format.number(waiting) : undefined,
            current: filters.status === status,
          })),
        ]}
      />
      <SearchBox params={params} label={t('returns.search')} />
      <Card flush>
        <Loaded query={returns} loading={<TableSkeleton pictures />}>
          {(page) =>
            page.items.length > 0 ? (
              <>
                <DataTable
                  caption={t('returns.title')}
                  columns={columns}
                  rows={page.items}
                  rowId={(row) => row.id}
                />
                <Pager page={page} params={params} />
              </>
            ) : filtered ? (
              <EmptyState icon={SearchX} title={t('returns.noMatch')}>
                {t('returns.noMatchText')}
              </EmptyState>
            ) : (
              <EmptyState icon={Undo2} title={t('returns.empty')}>
                {t('returns.emptyText')}
              </EmptyState>
            )
          }
        </Loaded>
      </Card>
      {open && settings !== undefined ? (
        <ReturnSettingsDialog settings={settings} onClose={() => setOpen(false)} />
      ) : null}
    </Page>
  )
}
