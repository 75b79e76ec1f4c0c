import { CloudOff, FileQuestion, Lock, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { toClientError, type ClientError } from '@rampart/client/client-error.ts'
import { Button } from '@rampart/kit/button.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { PageTitle } from '../shell/page-title.tsx'

/** The title of the tab and of the page, where a failure stands in place of a whole page. */
function Title({ page, children }: { page: boolean | undefined; children: string }) {
  if (!page) return null
  return (
    <>
      <PageTitle>{children}</PageTitle>
      <h1 className="visually-hidden">{children}</h1>
    </>
  )
}

/** What stands in place of something that could not be had: not allowed, not there, or out of order. */
export function Failure({
  error: thrown,
  onRetry,
  page,
}: {
  error: unknown
  onRetry?: () => void
  page?: boolean
}) {
  const { t } = useTranslation()
  const error = toClientError(thrown)
  // An address whose id is no id leads nowhere, like one that is unknown.
  const status = page && error.status === 400 ? 404 : error.status
  const title = t(status === 403 ? 'common.forbidden' : status === 404 ? 'common.notFound' : 'common.failed')
  return (
    <>
      <Title page={page}>{title}</Title>
      <FailureState error={error} status={status} title={title} onRetry={onRetry} />
    </>
  )
}

function FailureState({
  error,
  status,
  title,
  onRetry,
}: {
  error: ClientError
  status: number
  title: string
  onRetry: (() => void) | undefined
}) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  if (status === 403) {
    return (
      <EmptyState icon={Lock} title={title}>
        {t('common.forbiddenText')}
      </EmptyState>
    )
  }
  if (status === 404) {
    return (
      <EmptyState
        icon={FileQuestion}
        title={title}
        action={<LinkButton href="/">{t('common.toOverview')}</LinkButton>}
      >
        {t('common.notFoundText')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={TriangleAlert}
      title={title}
      action={onRetry ? <Button onClick={onRetry}>{t('common.retry')}</Button> : null}
    >
      <p>{failureText(error)}</p>
      {error.request_id ? (
        <p className="mt-2 font-mono text-2xs text-ink-subtle">
          {t('common.requestId', { id: error.request_id })}
        </p>
      ) : null}
    </EmptyState>
  )
}

/** What stands where nothing could be asked for, since there is no connection. It fills itself later. */
export function Offline({ page }: { page?: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <Title page={page}>{t('common.offline')}</Title>
      <EmptyState icon={CloudOff} title={t('common.offline')}>
        {t('common.offlineText')}
      </EmptyState>
    </>
  )
}
