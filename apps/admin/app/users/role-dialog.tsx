import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '@rampart/kit/notice.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { api } from '../api.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { useMe } from '../session/use-me.ts'
import { outranks, type Role, staffRoles, type UserDetail } from './types.ts'
import { useUserCommand } from './use-user-command.ts'

/** Gives an account another role, at most as high as one's own allows. */
export function RoleDialog({ user, onClose }: { user: UserDetail; onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const failureText = useFailureText()
  const [role, setRole] = useState<Role>(user.role)
  const assign = useUserCommand(
    () => api.identity.assignRole({ user_id: user.id, role }),
    t('users.done.role'),
    onClose,
  )
  const movesDoor = (role === 'customer') !== (user.role === 'customer')
  return (
    <FormDialog
      title={t('users.roleTitle', { name: user.full_name })}
      description={t('users.roleText')}
      submitLabel={t('users.act.role')}
      pending={assign.isPending}
      disabled={role === user.role}
      failure={assign.isError ? failureText(assign.error) : null}
      onSubmit={() => assign.mutate()}
      onClose={onClose}
    >
      <SelectField
        label={t('users.role')}
        hint={t(`users.roleHints.${role}`)}
        value={role}
        onChange={(event) => setRole(event.target.value as Role)}
      >
        {[...staffRoles, 'customer' as const]
          .filter((name) => name === user.role || outranks(me.role, name))
          .map((name) => (
            <option key={name} value={name}>
              {t(`users.roles.${name}`)}
            </option>
          ))}
      </SelectField>
      {movesDoor ? <Notice tone="warning">{t('users.movesDoor')}</Notice> : null}
    </FormDialog>
  )
}
