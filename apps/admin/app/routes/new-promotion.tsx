import { useTranslation } from 'react-i18next'
import { PromotionEditor } from '../promotions/promotion-editor.tsx'
import { BackLink } from '../shell/back-link.tsx'
import { Page } from '../shell/page.tsx'

export default function NewPromotion() {
  const { t } = useTranslation()
  return (
    <Page
      narrow
      title={t('promotions.newTitle')}
      tab={t('promotions.newTitle')}
      above={<BackLink href="/promotions">{t('promotions.title')}</BackLink>}
    >
      <PromotionEditor promotion={null} />
    </Page>
  )
}
