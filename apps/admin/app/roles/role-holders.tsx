import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { api } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Loaded } from '../list/loaded.tsx'
import { oneOf } from '../list/use-list-params.ts'
import { useCan } from '../session/use-me.ts'
import { PersonName } from '../users/person-name.tsx'
import { staffRoles } from '../users/types.ts'
import type { Role } from './roles-query.ts'

const line = 'flex flex-wrap items-baseline justify-between gap-x-4 py-2 first:pt-0 last:pb-0'

/** Who has a role: as the one of their account, or beside it. */
export function RoleHolders({ role }: { role: Role }) {
  const { t } = useTranslation()
  const can = useCan()
  const base = oneOf(role.name, staffRoles)
  return (
    <Card title={t('roles.holders')}>
      <div className="flex flex-col gap-4 text-control-sm">
        {base !== undefined && can('identity:read') ? <BaseHolders role={base} /> : null}
        <Beside role={role} />
      </div>
    </Card>
  )
}

function BaseHolders({ role }: { role: (typeof staffRoles)[number] }) {
  const { t } = useTranslation()
  const holders = useQuery({
    queryKey: ['users', 'list', 'holders', role],
    queryFn: ({ signal }) => api.identity.listUsers({ role, page_size: 10 }, { signal }),
  })
  return (
    <section>
      <h3 className="mb-2 text-xs text-ink-subtle">{t('roles.holdersBase')}</h3>
      <Loaded query={holders} loading={<Skeleton className="h-10" />}>
        {({ items, total }) => (
          <>
            {items.length === 0 ? <p className="text-ink-subtle">{t('roles.nobody')}</p> : null}
            <ul className="divide-y divide-line">
              {items.map((user) => (
                <li key={user.id} className={line}>
                  <KitLink href={`/users/${user.id}`} className="underlined">
                    {user.full_name}
                  </KitLink>
                </li>
              ))}
            </ul>
            {total > items.length ? (
              <KitLink href={`/users?role=${role}`} className="underlined">
                {t('roles.allHolders', { count: total })}
              </KitLink>
            ) : null}
          </>
        )}
      </Loaded>
    </section>
  )
}

function Beside({ role }: { role: Role }) {
  const { t } = useTranslation()
  const format = useFormat()
  const holders = useQuery({
    queryKey: ['roles', 'holders', role.id],
    queryFn: ({ signal }) => api.access.listRoleHolders({ role_id: role.id }, { signal }),
  })
  return (
    <section>
      <h3 className="mb-2 text-xs text-ink-subtle">{t('roles.holdersBeside')}</h3>
      <Loaded query={holders} loading={<Skeleton className="h-10" />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-ink-subtle">{t('roles.nobody')}</p>
          ) : (
            <ul className="divide-y divide-line">
              {items.map((holder) => (
                <li key={holder.user_id} className={line}>
                  <PersonName id={holder.user_id} />
                  <span className="text-xs text-ink-subtle">
                    {holder.expires_at === null
                      ? t('roles.noEnd')
                      : t('roles.until', { when: format.dayTime(holder.expires_at) })}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}
