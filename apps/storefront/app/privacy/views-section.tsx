import { useTranslation } from 'react-i18next'
import { useNavigation } from 'react-router'
import type { PublicClient } from '@rampart/client/public-client.ts'
import { Button } from '@rampart/kit/button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { SecuritySection } from '../security/security-section.tsx'
import type { PrivacyAnswer } from './privacy-actions.ts'

/** Says whether the shop remembers what its reader looks at, and lets them choose. */
export function ViewsSection({
  views,
  result,
}: {
  views: Awaited<ReturnType<PublicClient['recommendations']['getViewMemory']>>
  result: PrivacyAnswer['result'] | undefined
}) {
  const { t } = useTranslation()
  const { formData } = useNavigation()
  const news = result === 'forgotten' ? 'forgotten' : result === 'remembered' ? 'remembered' : null
  return (
    <SecuritySection id="views" title={t('privacy.views.title')} lead={t('privacy.views.lead')}>
      {news === null ? null : (
        <Notice tone="success" className="mb-4">
          {t(`privacy.views.${news}`)}
        </Notice>
      )}
      <p className="mb-4">
        {views.remember ? t('privacy.views.on', { count: views.products }) : t('privacy.views.off')}
      </p>
      <ShopForm preventScrollReset>
        <input type="hidden" name="intent" value="views" />
        <input type="hidden" name="remember" value={views.remember ? 'no' : 'yes'} />
        <Button type="submit" pending={formData?.get('intent') === 'views'}>
          {t(views.remember ? 'privacy.views.turnOff' : 'privacy.views.turnOn')}
        </Button>
      </ShopForm>
    </SecuritySection>
  )
}
