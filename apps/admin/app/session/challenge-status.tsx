import { useTranslation } from 'react-i18next'
import { Spinner } from '@rampart/kit/spinner.tsx'

/** Says that a challenge is being solved. It stands there from the start, so that screen readers hear the change. */
export function ChallengeStatus({ checking }: { checking: boolean }) {
  const { t } = useTranslation()
  return (
    <div role="status">
      {checking ? (
        <p className="flex items-center gap-2 text-sm text-ink-muted">
          <Spinner />
          {t('mailLinks.checking')}
        </p>
      ) : null}
    </div>
  )
}
