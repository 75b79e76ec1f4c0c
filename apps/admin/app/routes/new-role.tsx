import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '../api.ts'
import { Failure } from '../list/failure.tsx'
import { readRole, roleDraft } from '../roles/role-draft.ts'
import { RoleEditor } from '../roles/role-editor.tsx'
import { useTopPriority } from '../roles/use-top-priority.ts'
import { useCan } from '../session/use-me.ts'
import { forbidden } from '../shell/refusals.ts'
import { BackLink } from '../shell/back-link.tsx'
import { Page } from '../shell/page.tsx'

const empty = roleDraft(null)

export default function NewRole() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const top = useTopPriority()
  if (!can('access:manage')) return <Failure page error={forbidden} />
  return (
    <Page
      narrow
      title={t('roles.newTitle')}
      tab={t('roles.newTitle')}
      lead={t('roles.newLead')}
      above={<BackLink href="/roles">{t('roles.title')}</BackLink>}
    >
      <RoleEditor
        start={empty}
        isNew
        locked={false}
        builtIn={false}
        top={top}
        save={(draft) => api.access.createRole({ name: draft.name, ...readRole(draft) })}
        onSaved={(id) => void navigate(`/roles/${id}`)}
      />
    </Page>
  )
}
