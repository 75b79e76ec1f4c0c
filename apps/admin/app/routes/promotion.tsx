import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { CouponsCard } from '../promotions/coupons-card.tsx'
import { PromotionEditor } from '../promotions/promotion-editor.tsx'
import { PromotionStatus } from '../promotions/promotion-status.tsx'
import { promotionQuery } from '../promotions/promotions-query.ts'
import { RuleWords } from '../promotions/rule-words.tsx'
import { BackLink } from '../shell/back-link.tsx'
import { Page } from '../shell/page.tsx'

export default function PromotionPage() {
  const { t } = useTranslation()
  const { promotionId = '' } = useParams()
  const promotion = useQuery(promotionQuery(promotionId))
  return (
    <Loaded query={promotion} page loading={<TableSkeleton rows={6} />}>
      {(data) => (
        <Page
          narrow
          title={data.name}
          tab={data.name}
          lead={<RuleWords promotion={data} />}
          meta={<PromotionStatus status={data.status} />}
          above={<BackLink href="/promotions">{t('promotions.title')}</BackLink>}
        >
          {data.needs_coupon ? <CouponsCard promotion={data} /> : null}
          <PromotionEditor key={data.updated_at} promotion={data} />
        </Page>
      )}
    </Loaded>
  )
}
