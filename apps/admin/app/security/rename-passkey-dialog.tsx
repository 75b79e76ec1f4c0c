import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '@rampart/kit/text-field.tsx'
import { api } from '../api.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { type Passkey, passkeysQuery } from './passkeys-query.ts'

/** Gives a passkey another name. */
export function RenamePasskeyDialog({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const failureText = useFailureText()
  const [name, setName] = useState(passkey.name)
  const rename = useMutation({
    mutationFn: () => api.identity.renamePasskey({ passkey_id: passkey.id, name }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: passkeysQuery.queryKey })
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('security.passkeys.renameTitle')}
      submitLabel={t('security.passkeys.save')}
      pending={rename.isPending}
      disabled={name.trim() === ''}
      failure={rename.isError ? failureText(rename.error) : null}
      onSubmit={() => rename.mutate()}
      onClose={onClose}
    >
      <TextField
        label={t('security.passkeys.name')}
        required
        maxLength={60}
        autoFocus
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
    </FormDialog>
  )
}
