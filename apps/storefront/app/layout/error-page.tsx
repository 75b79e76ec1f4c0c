import { useTranslation } from 'react-i18next'
import { isRouteErrorResponse } from 'react-router'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { PageHead } from './page-head.tsx'
import { useShellData } from './use-shell-data.ts'

type ErrorKind = 'notFound' | 'forbidden' | 'badRequest' | 'tooMany' | 'server'

function kindOf(error: unknown): ErrorKind {
  if (!isRouteErrorResponse(error)) return 'server'
  if (error.status === 404) return 'notFound'
  if (error.status === 403) return 'forbidden'
  if (error.status === 429) return 'tooMany'
  return error.status < 500 ? 'badRequest' : 'server'
}

/** One page for everything that ends otherwise than hoped, with the way on. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const kind = kindOf(error)
  const reference = useShellData()?.request_id
  const status = isRouteErrorResponse(error) ? error.status : 500
  return (
    <div className="page flex flex-col items-start gap-4 py-section">
      <PageHead title={t(`error.${kind}Title`)} noIndex />
      <p className="figures text-sm text-ink-subtle">{status}</p>
      <h1 className="max-w-2xl text-4xl">{t(`error.${kind}Title`)}</h1>
      <p className="max-w-prose text-lg text-ink-muted">{t(`error.${kind}`)}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        <LinkButton href="/" variant="primary">
          {t('error.home')}
        </LinkButton>
        <LinkButton href="/search">{t('shell.allProducts')}</LinkButton>
      </div>
      {kind === 'server' && reference ? (
        <p className="mt-6 font-mono text-xs text-ink-subtle">{t('error.reference', { id: reference })}</p>
      ) : null}
    </div>
  )
}
