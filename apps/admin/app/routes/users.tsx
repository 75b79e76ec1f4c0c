import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { LinkTabs } from '@rampart/kit/tabs.tsx'
import { api } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { DataTable } from '../list/data-table.tsx'
import { Loaded } from '../list/loaded.tsx'
import { Pager } from '../list/pager.tsx'
import { SearchBox } from '../list/search-box.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { type ListParams, oneOf, useListParams } from '../list/use-list-params.ts'
import { useCan } from '../session/use-me.ts'
import { Page } from '../shell/page.tsx'
import { InviteDialog } from '../users/invite-dialog.tsx'
import { RequestList } from '../users/request-list.tsx'
import { staffRoles, userStatuses } from '../users/types.ts'
import { useUserColumns } from '../users/user-columns.tsx'

const views = ['staff', 'shop', 'waiting', 'decided'] as const

export default function Users() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const params = useListParams()
  const [inviting, setInviting] = useState(false)
  const view = oneOf(params.get('view'), views) ?? 'staff'
  const waiting = useQuery({
    queryKey: ['users', 'requests', 'count'],
    queryFn: ({ signal }) => api.identity.listRoleRequests({ page_size: 1 }, { signal }),
  })
  return (
    <Page
      title={t('users.title')}
      tab={t('users.title')}
      actions={
        can('identity:manage') ? (
          <Button variant="primary" onClick={() => setInviting(true)}>
            {t('users.act.invite')}
          </Button>
        ) : null
      }
    >
      <LinkTabs
        label={t('users.views.label')}
        tabs={views.map((name) => ({
          href: name === 'staff' ? '?' : `?view=${name}`,
          label: t(`users.views.${name}`),
          count: name === 'waiting' && waiting.data?.total ? format.number(waiting.data.total) : undefined,
          current: view === name,
        }))}
      />
      {view === 'waiting' || view === 'decided' ? (
        <RequestList params={params} state={view} />
      ) : (
        <UserList params={params} side={view} />
      )}
      {inviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
    </Page>
  )
}

function UserList({ params, side }: { params: ListParams; side: 'staff' | 'shop' }) {
  const { t } = useTranslation()
  const columns = useUserColumns()
  const filters = {
    q: params.get('q'),
    role: side === 'staff' ? oneOf(params.get('role'), staffRoles) : undefined,
    status: oneOf(params.get('status'), userStatuses),
  }
  const users = useQuery({
    queryKey: ['users', 'list', side, filters, params.page],
    queryFn: ({ signal }) => api.identity.listUsers({ ...filters, side, page: params.page }, { signal }),
    placeholderData: keepPreviousData,
  })
  const filtered = Object.values(filters).some((value) => value !== undefined)
  return (
    <>
      <div className="flex flex-wrap items-end gap-2">
        <SearchBox params={params} label={t('users.search')} />
        {side === 'staff' ? (
          <SelectField
            label={t('users.role')}
            labelHidden
            value={filters.role ?? ''}
            onChange={(event) => params.set({ role: event.target.value })}
          >
            <option value="">{t('users.everyRole')}</option>
            {staffRoles.map((role) => (
              <option key={role} value={role}>
                {t(`users.roles.${role}`)}
              </option>
            ))}
          </SelectField>
        ) : null}
        <SelectField
          label={t('common.status')}
          labelHidden
          value={filters.status ?? ''}
          onChange={(event) => params.set({ status: event.target.value })}
        >
          <option value="">{t('users.everyStatus')}</option>
          {userStatuses.map((status) => (
            <option key={status} value={status}>
              {t(`users.status.${status}`)}
            </option>
          ))}
        </SelectField>
        {filtered ? (
          <Button variant="ghost" onClick={() => params.set({ q: null, role: null, status: null })}>
            {t('common.clearFilters')}
          </Button>
        ) : null}
      </div>
      <Card flush>
        <Loaded query={users} loading={<TableSkeleton />}>
          {(page) =>
            page.items.length === 0 ? (
              <EmptyState icon={SearchX} title={t('users.noMatch')} />
            ) : (
              <>
                <DataTable
                  caption={t('users.title')}
                  columns={columns}
                  rows={page.items}
                  rowId={(user) => user.id}
                />
                <Pager page={page} params={params} />
              </>
            )
          }
        </Loaded>
      </Card>
    </>
  )
}
