import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
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
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const remove = useMutation({
    mutationFn: () => api.access.deleteRole({ role_id: role.id }),
    onSuccess: () => {
      toast({ title: t('roles.removed') })
      onDone()
      client.removeQueries({ queryKey: ['roles', 'one', role.id] })
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['roles', 'list'] }),
  })
  return (
    <FormDialog
      title={t('roles.removeTitle', { name: role.title })}
      description={t('roles.removeText')}
      submitLabel={t('common.delete')}
      tone="danger"
      pending={remove.isPending}
      failure={remove.isError ? failureText(remove.error) : null}
      onSubmit={() => remove.mutate()}
      onClose={onClose}
    />
  )
}
