import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Notice } from '@rampart/kit/notice.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { LinkTabs } from '@rampart/kit/tabs.tsx'
import { api } from '../api.ts'
import { ActivityCard } from '../audit/activity-card.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { Loaded } from '../list/loaded.tsx'
import { oneOf, useListParams } from '../list/use-list-params.ts'
import { useCan } from '../session/use-me.ts'
import { BackLink } from '../shell/back-link.tsx'
import { Page } from '../shell/page.tsx'
import { DecideRequest } from '../users/role-request.tsx'
import type { UserDetail } from '../users/types.ts'
import { UserActions } from '../users/user-actions.tsx'
import { UserAside } from '../users/user-aside.tsx'
import { UserRoles } from '../users/user-roles.tsx'
import { UserSessions } from '../users/user-sessions.tsx'
import { UserStatusBadge } from '../users/user-status.tsx'

const views = ['overview', 'activity'] as const

export default function UserPage() {
  const { userId = '' } = useParams()
  const user = useQuery({
    queryKey: ['users', 'one', userId],
    queryFn: ({ signal }) => api.identity.getUser({ user_id: userId }, { signal }),
  })
  return (
    <Loaded query={user} page loading={<UserSkeleton />}>
      {(data) => <UserPageOf user={data} />}
    </Loaded>
  )
}

function UserPageOf({ user }: { user: UserDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const can = useCan()
  const readable = can('audit:read')
  const view = readable ? (oneOf(params.get('view'), views) ?? 'overview') : 'overview'
  return (
    <Page
      title={user.full_name}
      tab={user.full_name}
      above={
        <BackLink href={user.role === 'customer' ? '/users?view=shop' : '/users'}>
          {t('users.title')}
        </BackLink>
      }
      meta={<UserStatusBadge status={user.status} />}
      lead={t(`users.roles.${user.role}`)}
      actions={<UserActions user={user} />}
    >
      {user.lock ? (
        <Notice tone="danger" title={t('users.lockedSince', { when: format.dayTime(user.lock.locked_at) })}>
          <p className="whitespace-pre-line">{user.lock.reason}</p>
        </Notice>
      ) : null}
      {user.status === 'password_disabled' ? (
        <Notice tone="warning">{t('users.passwordDisabledText')}</Notice>
      ) : null}
      {user.status === 'invited' ? <Notice>{t('users.invitedText')}</Notice> : null}
      {user.role_request ? (
        <Notice title={t('users.wantsRole', { role: t(`users.roles.${user.role_request.role}`) })}>
          <DecideRequest request={user.role_request} />
        </Notice>
      ) : null}
      {readable ? (
        <LinkTabs
          label={t('audit.activity.views')}
          tabs={views.map((name) => ({
            href: name === 'overview' ? '?' : `?view=${name}`,
            label: t(`audit.activity.${name}`),
            current: view === name,
          }))}
        />
      ) : null}
      {view === 'activity' ? (
        <ActivityCard accountId={user.id} title={t('audit.activity.title')} />
      ) : (
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="flex min-w-0 flex-col gap-4">
            {user.role !== 'customer' && can('access:read') ? <UserRoles user={user} /> : null}
            <UserSessions sessions={user.sessions} />
            {readable ? <ActivityCard few accountId={user.id} title={t('audit.activity.lately')} /> : null}
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <UserAside user={user} />
          </div>
        </div>
      )}
    </Page>
  )
}

function UserSkeleton() {
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-5 px-gutter py-6">
      <Skeleton className="h-4 w-20" />
      <Skeleton className="h-7 w-48" />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Skeleton className="h-60 w-full rounded-lg" />
        <Skeleton className="h-48 w-full rounded-lg" />
      </div>
    </div>
  )
}
