import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { DeleteDialog } from '../form/delete-dialog.tsx'
import { useRoleWords } from '../roles/use-role-words.ts'
import type { UserDetail } from './types.ts'

/** Asks before a role is taken from somebody. */
export function RevokeRoleDialog({
  user,
  role,
  onClose,
}: {
  user: UserDetail
  role: { name: string; title: string }
  onClose: () => void
}) {
  const { t } = useTranslation()
  const words = useRoleWords()
  return (
    <DeleteDialog
      title={t('roles.revokeTitle', { name: user.full_name, role: words.title(role.name, role.title) })}
      text={t('roles.revokeText')}
      label={t('roles.revoke')}
      said={t('roles.revoked')}
      shownBy={['users']}
      remove={() => api.access.revokeRole({ user_id: user.id, role: role.name })}
      onClose={onClose}
    />
  )
}
