import { useTranslation } from 'react-i18next'
import { buttonStyle } from '@rampart/kit/button-style.ts'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { PageHead } from '../layout/page-head.tsx'

export default function OfflinePage() {
  const { t } = useTranslation()
  return (
    <div className="page flex flex-col items-start gap-4 py-section">
      <PageHead title={t('error.offlineTitle')} noIndex />
      <h1 className="text-4xl">{t('error.offlineTitle')}</h1>
      <p className="max-w-prose text-lg text-ink-muted">{t('error.offline')}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        {/* The empty address is the one in the bar: this page stands in for whichever could not be reached. */}
        <a href="" className={buttonStyle({ variant: 'primary' })}>
          {t('error.retry')}
        </a>
        <LinkButton href="/">{t('error.home')}</LinkButton>
      </div>
    </div>
  )
}
