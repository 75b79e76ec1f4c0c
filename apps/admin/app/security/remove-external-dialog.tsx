import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { type ExternalIdentity, externalQuery } from './external-query.ts'

/** Asks once more, then disconnects a sign-in. */
export function RemoveExternalDialog({ item, onClose }: { item: ExternalIdentity; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const failureText = useFailureText()
  const remove = useMutation({
    mutationFn: () => api.identity.unlinkExternalIdentity({ identity_id: item.id }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: externalQuery.queryKey })
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('security.external.removeTitle', { label: item.label })}
      description={t('security.external.removeText')}
      submitLabel={t('security.external.remove')}
      tone="danger"
      pending={remove.isPending}
      failure={remove.isError ? failureText(remove.error) : null}
      onSubmit={() => remove.mutate()}
      onClose={onClose}
    />
  )
}
