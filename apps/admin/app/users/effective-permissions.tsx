import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format.ts'
import { Fold } from '../list/fold.tsx'
import { byResource, essential } from '../roles/holding.ts'
import { rolesQuery, type Standing } from '../roles/roles-query.ts'
import { useRoleWords } from '../roles/use-role-words.ts'
import { holds } from '../session/use-me.ts'

/** What somebody may do, and which of their roles gives it. */
export function EffectivePermissions({ standing }: { standing: Standing }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useRoleWords()
  const roles = useQuery(rolesQuery)
  const theirs = [standing.base_role, ...standing.roles.map(({ name }) => name)]
  const givers = (permission: string) =>
    (roles.data?.items ?? [])
      .filter((role) => theirs.includes(role.name) && holds(role.permissions, permission))
      .map((role) => words.title(role.name, role.title))
  const permissions = essential(standing.permissions).map((name) => ({ name }))
  return (
    <Fold className="mt-3" title={t('roles.mayDo')} count={format.number(permissions.length)}>
      <dl className="mt-3 flex flex-col gap-3 text-control-sm">
        {permissions.length === 0 ? <p className="text-ink-subtle">{t('roles.nothing')}</p> : null}
        {byResource(permissions).map(({ resource, items }) => (
          <div key={resource} className="grid gap-x-4 gap-y-1 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <dt className="font-medium">
              {resource === '*' ? t('roles.everything') : words.resource(resource)}
            </dt>
            <dd className="flex flex-col gap-1">
              {items.map(({ name }) => (
                <span key={name} className="flex flex-wrap items-baseline gap-x-2">
                  <span className="inline-block first-letter:uppercase">
                    {words.action(name.split(':')[1] ?? '')}
                  </span>
                  <span className="font-mono text-2xs text-ink-subtle">{name}</span>
                  <span className="text-xs text-ink-muted">
                    {t('roles.through', { roles: givers(name).join(', ') })}
                  </span>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Fold>
  )
}
