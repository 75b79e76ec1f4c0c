import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { DeleteDialog } from '../form/delete-dialog.tsx'
import type { Role } from './roles-query.ts'

/** Asks before a role is removed. */
export function DeleteRole({
  role,
  onClose,
  onDone,
}: {
  role: Role
  onClose: () => void
  onDone: () => void
}) {
  const { t } = useTranslation()
  const client = useQueryClient()
  return (
    <DeleteDialog
      title={t('roles.removeTitle', { name: role.title })}
      text={t('roles.removeText')}
      said={t('roles.removed')}
      shownBy={['roles', 'list']}
      remove={() => api.access.deleteRole({ role_id: role.id })}
      onClose={onClose}
      onDone={() => {
        onDone()
        client.removeQueries({ queryKey: ['roles', 'one', role.id] })
      }}
    />
  )
}
