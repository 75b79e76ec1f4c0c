import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'

/** Asks before backup codes are made anew. */
export function RegenerateDialog({
  onDone,
  onClose,
}: {
  onDone: (codes: readonly string[]) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const regenerate = useMutation({
    mutationFn: () => api.identity.regenerateBackupCodes({}),
    onSuccess: (answer) => onDone(answer.backup_codes),
  })
  return (
    <FormDialog
      title={t('security.totp.regenerateTitle')}
      description={t('security.totp.regenerateText')}
      submitLabel={t('security.totp.regenerate')}
      pending={regenerate.isPending}
      failure={regenerate.isError ? failureText(regenerate.error) : null}
      onSubmit={() => regenerate.mutate()}
      onClose={onClose}
    />
  )
}

/** Asks before the authenticator app is removed. */
export function RemoveTotpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const failureText = useFailureText()
  const remove = useMutation({
    mutationFn: () => api.identity.disableTotp({}),
    onSuccess: () => {
      toast({ title: t('security.totp.removed') })
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('security.totp.removeTitle')}
      description={t('security.totp.removeText')}
      submitLabel={t('security.totp.remove')}
      tone="danger"
      pending={remove.isPending}
      failure={remove.isError ? failureText(remove.error) : null}
      onSubmit={() => remove.mutate()}
      onClose={onClose}
    />
  )
}
