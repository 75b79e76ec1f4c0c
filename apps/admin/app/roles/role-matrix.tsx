import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '@rampart/kit/icon.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Table } from '@rampart/kit/table.tsx'
import { byResource, holdOf } from './holding.ts'
import type { Permission, Role } from './roles-query.ts'
import { useRoleWords } from './use-role-words.ts'

const stuck = 'sticky left-0 z-1 bg-surface'

/** Permissions by roles: a mark where a role holds one, a paler one where a wildcard of it covers it. */
export function RoleMatrix({ roles, permissions }: { roles: Role[]; permissions: Permission[] }) {
  const { t } = useTranslation()
  const words = useRoleWords()
  return (
    <Table caption={t('roles.matrix')}>
      <thead>
        <tr className="align-bottom">
          <th scope="col" className={`${stuck} px-cell-x py-2 text-xs font-medium text-ink-subtle`}>
            {t('roles.permission')}
          </th>
          {roles.map((role) => (
            <th key={role.id} scope="col" className="px-1 py-2 text-center text-xs font-medium">
              <KitLink
                href={`/roles/${role.id}`}
                className="inline-block rotate-180 whitespace-nowrap text-ink-muted [writing-mode:vertical-rl] hover:text-ink"
              >
                {words.title(role.name, role.title)}
              </KitLink>
            </th>
          ))}
        </tr>
      </thead>
      {byResource(permissions).map(({ resource, items }) => (
        <tbody key={resource} className="border-t border-line">
          <tr>
            <th
              scope="colgroup"
              colSpan={roles.length + 1}
              className="px-cell-x pt-2.5 pb-1 text-control-sm font-semibold"
            >
              <span className="sticky left-cell-x">{words.resource(resource)}</span>
            </th>
          </tr>
          {items.map((permission) => (
            <MatrixRow key={permission.name} permission={permission} roles={roles} />
          ))}
        </tbody>
      ))}
    </Table>
  )
}

function MatrixRow({ permission, roles }: { permission: Permission; roles: Role[] }) {
  const words = useRoleWords()
  const action = permission.name.split(':')[1] ?? ''
  return (
    <tr className="group hover:bg-hover">
      <th
        scope="row"
        className={`${stuck} min-w-36 px-cell-x py-1.5 text-left font-normal group-hover:bg-hover sm:min-w-56`}
      >
        <span className="block first-letter:uppercase">{words.action(action)}</span>
        <span className="block font-mono text-2xs text-ink-subtle">{permission.name}</span>
      </th>
      {roles.map((role) => (
        <td key={role.id} className="min-w-8 px-1 py-1.5 text-center">
          <Mark role={role} wanted={permission.name} />
        </td>
      ))}
    </tr>
  )
}

function Mark({ role, wanted }: { role: Role; wanted: string }) {
  const { t } = useTranslation()
  const hold = holdOf(role.permissions, wanted)
  if (hold === null) return <span className="visually-hidden">{t('common.no')}</span>
  const label = hold.kind === 'own' ? t('common.yes') : t('roles.by', { wildcard: hold.by })
  return (
    <span
      title={label}
      className={
        hold.kind === 'own'
          ? 'inline-flex size-5 items-center justify-center rounded-sm bg-accent-soft text-accent-text'
          : 'inline-flex size-5 items-center justify-center rounded-sm text-ink-subtle'
      }
    >
      <Icon icon={Check} size="sm" label={label} />
    </span>
  )
}
