import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { api } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Loaded } from '../list/loaded.tsx'
import type { Standing } from '../roles/roles-query.ts'
import { useRoleWords } from '../roles/use-role-words.ts'
import { useCan, useMe } from '../session/use-me.ts'
import { EffectivePermissions } from './effective-permissions.tsx'
import { GrantRoleDialog } from './grant-role-dialog.tsx'
import { PersonName } from './person-name.tsx'
import { RevokeRoleDialog } from './revoke-role-dialog.tsx'
import type { UserDetail } from './types.ts'

type Held = Standing['roles'][number]

/** The roles of somebody of the staff, and what all of them together allow. */
export function UserRoles({ user }: { user: UserDetail }) {
  const { t } = useTranslation()
  const can = useCan()
  const me = useMe()
  const [granting, setGranting] = useState(false)
  const [revoking, setRevoking] = useState<Held | null>(null)
  const standing = useQuery({
    queryKey: ['users', 'standing', user.id],
    queryFn: ({ signal }) => api.access.getUserRoles({ user_id: user.id }, { signal }),
  })
  const may = can('access:grant') && user.id !== me.id
  return (
    <Card
      title={t('roles.ofPerson')}
      action={
        may ? (
          <Button size="sm" onClick={() => setGranting(true)}>
            {t('roles.grant')}
          </Button>
        ) : null
      }
    >
      <Loaded query={standing} loading={<Skeleton className="h-20" />}>
        {(data) => (
          <>
            <RoleLines standing={data} onRevoke={may ? setRevoking : null} />
            <EffectivePermissions standing={data} />
            {granting ? (
              <GrantRoleDialog user={user} standing={data} onClose={() => setGranting(false)} />
            ) : null}
          </>
        )}
      </Loaded>
      {revoking ? <RevokeRoleDialog user={user} role={revoking} onClose={() => setRevoking(null)} /> : null}
    </Card>
  )
}

function RoleLines({ standing, onRevoke }: { standing: Standing; onRevoke: ((role: Held) => void) | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useRoleWords()
  return (
    <ul className="divide-y divide-line border-b border-line text-control-sm">
      <li className="pb-2.5">
        <span className="block font-medium">{words.title(standing.base_role)}</span>
        <span className="block text-xs text-ink-subtle">{t('roles.base')}</span>
      </li>
      {standing.roles.map((role) => (
        <li key={role.role_id} className="flex items-center justify-between gap-4 py-2.5">
          <span className="min-w-0">
            <span className="block font-medium">{words.title(role.name, role.title)}</span>
            <span className="block text-xs text-ink-subtle">
              {role.expires_at === null
                ? t('roles.noEnd')
                : t('roles.until', { when: format.dayTime(role.expires_at) })}
              {' · '}
              {t('roles.grantedBy')} <PersonName id={role.granted_by} />
              {', '}
              {format.day(role.granted_at)}
            </span>
          </span>
          {onRevoke ? (
            <Button
              size="sm"
              variant="ghost"
              aria-label={t('roles.revokeNamed', { role: words.title(role.name, role.title) })}
              onClick={() => onRevoke(role)}
            >
              {t('roles.revoke')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
