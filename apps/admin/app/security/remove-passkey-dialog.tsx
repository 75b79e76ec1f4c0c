import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import type { Passkey } from './passkeys-query.ts'

/** Asks once more, then removes a passkey. */
export function RemovePasskeyDialog({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const failureText = useFailureText()
  const remove = useMutation({
    mutationFn: () => api.identity.revokePasskey({ passkey_id: passkey.id }),
    onSuccess: async () => {
      await client.invalidateQueries()
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('security.passkeys.removeTitle', { name: passkey.name })}
      description={t('security.passkeys.removeText')}
      submitLabel={t('security.passkeys.remove')}
      tone="danger"
      pending={remove.isPending}
      failure={remove.isError ? failureText(remove.error) : null}
      onSubmit={() => remove.mutate()}
      onClose={onClose}
    />
  )
}
