import { useTranslation } from 'react-i18next'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { PageHead } from '../layout/page-head.tsx'

export default function OfflinePage() {
  const { t } = useTranslation()
  return (
    <div className="page flex flex-col items-start gap-4 py-section">
      <PageHead title={t('error.offlineTitle')} noIndex />
      <h1 className="text-4xl">{t('error.offlineTitle')}</h1>
      <p className="max-w-prose text-lg text-ink-muted">{t('error.offline')}</p>
      <LinkButton href="/" variant="primary" className="mt-4">
        {t('error.retry')}
      </LinkButton>
    </div>
  )
}
