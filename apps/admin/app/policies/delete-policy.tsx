import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import type { Policy } from './policies-query.ts'

/** Asks before a policy is removed. */
export function DeletePolicy({
  policy,
  onClose,
  onDone,
}: {
  policy: Policy
  onClose: () => void
  onDone: () => void
}) {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const remove = useMutation({
    mutationFn: () => api.access.deletePolicy({ policy_id: policy.id }),
    onSuccess: () => {
      toast({ title: t('policies.removed') })
      onDone()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['policies'] }),
  })
  return (
    <FormDialog
      title={t('policies.removeTitle', { name: policy.name })}
      description={t('policies.removeText')}
      submitLabel={t('common.delete')}
      tone="danger"
      pending={remove.isPending}
      failure={remove.isError ? failureText(remove.error) : null}
      onSubmit={() => remove.mutate()}
      onClose={onClose}
    />
  )
}
