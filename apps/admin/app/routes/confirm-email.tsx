import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { toClientError } from '@rampart/client/client-error.ts'
import { Button } from '@rampart/kit/button.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { api } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { queryClient } from '../query-client.ts'
import { useLinkToken } from '../recovery/use-link-token.ts'
import { Entrance } from '../session/entrance.tsx'

/** The page behind both links of a change of address. Only a press confirms or stops it. */
export default function ConfirmEmail() {
  const { t } = useTranslation()
  const token = useLinkToken()
  const failureText = useFailureText()
  const confirm = useMutation({
    mutationFn: () => api.identity.confirmEmailChange({ token: token ?? '' }),
    onSuccess: () => queryClient.invalidateQueries(),
  })
  const stop = useMutation({ mutationFn: () => api.identity.cancelEmailChange({ token: token ?? '' }) })
  const outcome = stop.data?.status ?? confirm.data?.status ?? null
  const error = stop.error ?? confirm.error
  const invalid = token === null || (error !== null && toClientError(error).code === 'IDENTITY_TOKEN_INVALID')
  if (outcome !== null || invalid) {
    const said = outcome === 'cancelled' ? 'stopped' : outcome
    return (
      <Entrance
        title={said === null ? t('recovery.invalidTitle') : t('recovery.confirmTitle')}
        lead={said === null ? t('recovery.confirmInvalid') : t(`recovery.${said}`)}
      >
        <LinkButton href="/account">{t('recovery.toAccount')}</LinkButton>
      </Entrance>
    )
  }
  return (
    <Entrance title={t('recovery.confirmTitle')} lead={t('recovery.confirmText')}>
      {error === null ? null : <Notice tone="danger">{failureText(error)}</Notice>}
      <Button variant="primary" size="lg" block pending={confirm.isPending} onClick={() => confirm.mutate()}>
        {t('recovery.confirm')}
      </Button>
      <p className="text-control-sm text-ink-muted">{t('recovery.stopText')}</p>
      <Button block pending={stop.isPending} onClick={() => stop.mutate()}>
        {t('recovery.stop')}
      </Button>
    </Entrance>
  )
}
