import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { useRoleWords } from '../roles/use-role-words.ts'
import type { UserDetail } from './types.ts'
import { useUserCommand } from './use-user-command.ts'

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
  const failureText = useFailureText()
  const revoke = useUserCommand(
    () => api.access.revokeRole({ user_id: user.id, role: role.name }),
    t('roles.revoked'),
    onClose,
  )
  return (
    <FormDialog
      title={t('roles.revokeTitle', { name: user.full_name, role: words.title(role.name, role.title) })}
      description={t('roles.revokeText')}
      submitLabel={t('roles.revoke')}
      tone="danger"
      pending={revoke.isPending}
      failure={revoke.isError ? failureText(revoke.error) : null}
      onSubmit={() => revoke.mutate()}
      onClose={onClose}
    />
  )
}
