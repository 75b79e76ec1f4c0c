import { RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isRouteErrorResponse } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'

/** What stands when a page itself has failed. After an update its old parts may be gone, so it offers to load anew. */
export function CrashPage({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const missing = isRouteErrorResponse(error) && error.status === 404
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <title>{t('shell.product')}</title>
      <EmptyState
        icon={RotateCcw}
        title={missing ? t('common.notFound') : t('common.crashed')}
        action={
          <Button variant="primary" onClick={() => window.location.assign('/admin/')}>
            {t('common.startAgain')}
          </Button>
        }
      >
        {missing ? t('common.notFoundText') : t('common.crashedText')}
      </EmptyState>
    </main>
  )
}
