import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '../api.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'

/** Asks once more, then ends every session of the account, this one too. */
export function SignOutEverywhere({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const navigate = useNavigate()
  const failureText = useFailureText()
  const leave = useMutation({
    mutationFn: () => api.identity.logoutAll({}),
    onSuccess: async () => {
      await navigate('/sign-in')
      client.clear()
    },
  })
  return (
    <FormDialog
      title={t('security.sessions.endAllTitle')}
      description={t('security.sessions.endAllText')}
      submitLabel={t('security.sessions.endAll')}
      tone="danger"
      pending={leave.isPending}
      failure={leave.isError ? failureText(leave.error) : null}
      onSubmit={() => leave.mutate()}
      onClose={onClose}
    />
  )
}
