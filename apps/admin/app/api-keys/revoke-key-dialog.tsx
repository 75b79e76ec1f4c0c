import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import type { ApiKey } from './keys-query.ts'

/** Asks before a key ends. */
export function RevokeKeyDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const revoke = useMutation({
    mutationFn: () => api.access.revokeApiKey({ key_id: apiKey.id }),
    onSuccess: () => {
      toast({ title: t('keys.revoked') })
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['api-keys'] }),
  })
  return (
    <FormDialog
      title={t('keys.revokeTitle', { name: apiKey.name })}
      description={t('keys.revokeText')}
      submitLabel={t('keys.revoke')}
      tone="danger"
      pending={revoke.isPending}
      failure={revoke.isError ? failureText(revoke.error) : null}
      onSubmit={() => revoke.mutate()}
      onClose={onClose}
    />
  )
}
