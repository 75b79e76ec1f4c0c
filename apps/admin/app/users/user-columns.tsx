import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format.ts'
import type { Column } from '../list/data-table.tsx'
import { RowLink } from '../list/row-link.tsx'
import type { User } from './types.ts'
import { UserStatusBadge } from './user-status.tsx'

/** The columns of the list of accounts. */
export function useUserColumns(): Column<User>[] {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'person',
        header: t('users.person'),
        className: 'w-full',
        cell: (user) => (
          <div className="min-w-0">
            <RowLink to={`/users/${user.id}`}>{user.full_name}</RowLink>
            <p className="text-xs break-all text-ink-subtle">{user.email}</p>
          </div>
        ),
      },
      {
        id: 'role',
        header: t('users.role'),
        from: 'md',
        cell: (user) => <span className="whitespace-nowrap">{t(`users.roles.${user.role}`)}</span>,
      },
      {
        id: 'status',
        header: t('common.status'),
        cell: (user) => <UserStatusBadge status={user.status} />,
      },
      {
        id: 'factor',
        header: t('users.secondFactor'),
        from: 'lg',
        cell: (user) => (
          <span className="text-ink-muted">{user.second_factor ? t('common.yes') : t('common.no')}</span>
        ),
      },
      {
        id: 'seen',
        header: t('users.lastSeen'),
        from: 'sm',
        cell: (user) =>
          user.last_seen_at === null ? (
            <span className="whitespace-nowrap text-ink-subtle">{t('users.never')}</span>
          ) : (
            <time
              dateTime={user.last_seen_at}
              title={format.dayTime(user.last_seen_at)}
              className="whitespace-nowrap text-ink-muted"
            >
              {format.ago(user.last_seen_at)}
            </time>
          ),
      },
    ],
    [t, format],
  )
}
