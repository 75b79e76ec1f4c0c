import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { Badge } from '@rampart/kit/badge.tsx'
import { Button } from '@rampart/kit/button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { api } from '../api.ts'
import { Loaded } from '../list/loaded.tsx'
import { DeleteRole } from '../roles/delete-role.tsx'
import { readRole, roleDraft } from '../roles/role-draft.ts'
import { RoleEditor } from '../roles/role-editor.tsx'
import { RoleHolders } from '../roles/role-holders.tsx'
import type { Role } from '../roles/roles-query.ts'
import { useRoleWords } from '../roles/use-role-words.ts'
import { useTopPriority } from '../roles/use-top-priority.ts'
import { useCan } from '../session/use-me.ts'
import { BackLink } from '../shell/back-link.tsx'
import { Page } from '../shell/page.tsx'

export default function RolePage() {
  const { roleId = '' } = useParams()
  const role = useQuery({
    queryKey: ['roles', 'one', roleId],
    queryFn: ({ signal }) => api.access.getRole({ role_id: roleId }, { signal }),
  })
  return (
    <Loaded query={role} page loading={<Skeleton className="mx-gutter my-6 h-96 rounded-lg" />}>
      {(data) => <RolePageOf role={data} />}
    </Loaded>
  )
}

function RolePageOf({ role }: { role: Role }) {
  const { t } = useTranslation()
  const can = useCan()
  const words = useRoleWords()
  const navigate = useNavigate()
  const top = useTopPriority()
  const [removing, setRemoving] = useState(false)
  const title = words.title(role.name, role.title)
  // What owners and customers may do is no matter of permissions.
  const mine = can('access:manage') && !['super_admin', 'customer'].includes(role.name)
  const locked = !mine || role.priority > top
  return (
    <Page
      title={title}
      tab={title}
      above={<BackLink href="/roles">{t('roles.title')}</BackLink>}
      meta={
        role.built_in ? <Badge>{t('roles.builtIn')}</Badge> : <Badge tone="accent">{t('roles.own')}</Badge>
      }
      actions={
        locked || role.built_in ? null : (
          <Button onClick={() => setRemoving(true)}>{t('common.delete')}</Button>
        )
      }
    >
      {role.built_in && !locked ? <Notice>{t('roles.builtInText')}</Notice> : null}
      {can('access:manage') && locked ? <Notice>{t('roles.aboveText')}</Notice> : null}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <RoleEditor
          key={role.version}
          start={roleDraft(role)}
          isNew={false}
          locked={locked}
          builtIn={role.built_in}
          top={top}
          save={(draft) =>
            api.access.updateRole({ role_id: role.id, version: role.version, ...readRole(draft) })
          }
          onSaved={() => undefined}
        />
        <RoleHolders role={role} />
      </div>
      {removing ? (
        <DeleteRole role={role} onClose={() => setRemoving(false)} onDone={() => void navigate('/roles')} />
      ) : null}
    </Page>
  )
}
