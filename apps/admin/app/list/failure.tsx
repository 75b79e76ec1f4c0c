import { CloudOff, FileQuestion, Lock, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { toClientError } from '@rampart/client/client-error.ts'
import { Button } from '@rampart/kit/button.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { useFailureText } from '../form/use-failure-text.ts'

/** What stands in place of something that could not be had: not allowed, not there, or out of order. */
export function Failure({ error: thrown, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const error = toClientError(thrown)
  if (error.status === 403) {
    return (
      <EmptyState icon={Lock} title={t('common.forbidden')}>
        {t('common.forbiddenText')}
      </EmptyState>
    )
  }
  if (error.status === 404) {
    return (
      <EmptyState icon={FileQuestion} title={t('common.notFound')} action={<LinkButton href="/">{t('common.toOverview')}</LinkButton>}>
        {t('common.notFoundText')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={TriangleAlert}
      title={t('common.failed')}
      action={onRetry ? <Button onClick={onRetry}>{t('common.retry')}</Button> : null}
    >
      <p>{failureText(error)}</p>
      {error.request_id ? (
        <p className="mt-2 font-mono text-2xs text-ink-subtle">{t('common.requestId', { id: error.request_id })}</p>
      ) : null}
    </EmptyState>
  )
}

/** What stands where nothing could be asked for, since there is no connection. It fills itself later. */
export function Offline() {
  const { t } = useTranslation()
  return (
    <EmptyState icon={CloudOff} title={t('common.offline')}>
      {t('common.offlineText')}
    </EmptyState>
  )
}
