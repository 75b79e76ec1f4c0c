import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { SecuritySection } from './security-section.tsx'

/** Where the customer is signed in. */
export function SessionsSection() {
  const { t } = useTranslation()
  return (
    <SecuritySection id="sessions" title={t('security.sessions.title')} lead={t('security.sessions.lead')}>
      <ShopForm>
        <input type="hidden" name="intent" value="sessions.end-all" />
        <Button type="submit" className="text-danger!">
          {t('security.sessions.endAll')}
        </Button>
      </ShopForm>
    </SecuritySection>
  )
}
