import { useTranslation } from 'react-i18next'
import { PageHeader } from '@rampart/kit/page-header.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { useShellData } from '../layout/use-shell-data.ts'

export default function AboutPage() {
  const { t } = useTranslation()
  const shop = useShellData()?.shop
  return (
    <div className="page pt-8">
      <div className="mx-auto max-w-prose">
        <PageHead title={t('help.aboutTitle')} description={t('help.aboutDescription')} />
        <PageHeader title={t('help.aboutTitle')} lead={shop?.tagline} />
        <div className="space-y-4 pt-8 text-ink-muted">
          <p>{t('help.about', { shop: shop?.name ?? '' })}</p>
          <p>{t('help.aboutData')}</p>
        </div>
      </div>
    </div>
  )
}
