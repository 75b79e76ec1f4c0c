import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { type Column, DataTable } from '../list/data-table.tsx'
import { RowLink } from '../list/row-link.tsx'
import { essential } from './holding.ts'
import type { Role } from './roles-query.ts'
import { useRoleWords } from './use-role-words.ts'

/** Roles, the highest first. */
export function RoleList({ roles }: { roles: Role[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useRoleWords()
  const columns = useMemo<Column<Role>[]>(
    () => [
      {
        id: 'role',
        header: t('roles.role'),
        cell: (role) => (
          <div className="min-w-0">
            <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
              <RowLink to={`/roles/${role.id}`}>{words.title(role.name, role.title)}</RowLink>
              {role.built_in ? null : <Badge tone="accent">{t('roles.own')}</Badge>}
            </span>
            <p className="font-mono text-2xs text-ink-subtle">{role.name}</p>
          </div>
        ),
      },
      {
        id: 'permissions',
        header: t('roles.mayDo'),
        from: 'md',
        className: 'w-full',
        cell: (role) => (
          <span className="line-clamp-1 text-ink-muted">
            {essential(role.permissions).map(words.permission).join(' · ') || t('roles.nothing')}
          </span>
        ),
      },
      {
        id: 'priority',
        header: t('roles.priority'),
        end: true,
        cell: (role) => format.number(role.priority),
      },
    ],
    [t, format, words],
  )
  return <DataTable caption={t('roles.title')} columns={columns} rows={roles} rowId={(role) => role.id} />
}
