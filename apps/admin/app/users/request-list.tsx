import { useQuery } from '@tanstack/react-query'
import { UserCheck } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { api } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { type Column, DataTable } from '../list/data-table.tsx'
import { Loaded } from '../list/loaded.tsx'
import { Pager } from '../list/pager.tsx'
import { RowLink } from '../list/row-link.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import type { ListParams } from '../list/use-list-params.ts'
import { DecideRequest } from './role-request.tsx'
import type { RoleRequest } from './types.ts'

function useRequestColumns(): Column<RoleRequest>[] {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'person',
        header: t('users.person'),
        className: 'w-full',
        cell: (request) => (
          <div className="min-w-0">
            <RowLink to={`/users/${request.account_id}`}>{request.full_name}</RowLink>
            <p className="text-xs break-all text-ink-subtle">{request.email}</p>
          </div>
        ),
      },
      { id: 'role', header: t('users.wants'), cell: (request) => t(`users.roles.${request.role}`) },
      {
        id: 'when',
        header: t('users.asked'),
        from: 'sm',
        cell: (request) => (
          <time dateTime={request.requested_at} className="whitespace-nowrap text-ink-muted">
            {format.ago(request.requested_at)}
          </time>
        ),
      },
      {
        id: 'decision',
        header: t('users.decision'),
        cell: (request) =>
          request.approved === null ? (
            <DecideRequest request={request} />
          ) : (
            <Badge tone={request.approved ? 'success' : 'neutral'} dot>
              {request.approved ? t('users.approved') : t('users.refused')}
            </Badge>
          ),
      },
    ],
    [t, format],
  )
}

/** Those who wait for a role, and what was decided. */
export function RequestList({ params, state }: { params: ListParams; state: 'waiting' | 'decided' }) {
  const { t } = useTranslation()
  const columns = useRequestColumns()
  const requests = useQuery({
    queryKey: ['users', 'requests', state, params.page],
    queryFn: ({ signal }) => api.identity.listRoleRequests({ state, page: params.page }, { signal }),
  })
  return (
    <Card flush>
      <Loaded query={requests} loading={<TableSkeleton />}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyState icon={UserCheck} title={t(`users.noRequests.${state}`)} />
          ) : (
            <>
              <DataTable
                caption={t('users.requests')}
                columns={columns}
                rows={page.items}
                rowId={(request) => request.id}
              />
              <Pager page={page} params={params} />
            </>
          )
        }
      </Loaded>
    </Card>
  )
}
