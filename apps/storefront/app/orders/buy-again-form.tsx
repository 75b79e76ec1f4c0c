import { useTranslation } from 'react-i18next'
import { useNavigation } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import type { LeftOut } from './buy-again.ts'

/** One press, and all of it that is still sold is in the cart. */
export function BuyAgainForm() {
  const { t } = useTranslation()
  const { state, formData } = useNavigation()
  return (
    <ShopForm>
      <Button
        type="submit"
        name="intent"
        value="again"
        size="sm"
        pending={state === 'submitting' && formData?.get('intent') === 'again'}
      >
        {t('again.button')}
      </Button>
    </ShopForm>
  )
}

/** What is not sold any more, or not in that quantity. */
export function LeftOutNotice({ left }: { left: LeftOut }) {
  const { t } = useTranslation()
  const reasons = (['gone', 'short', 'full'] as const).filter((reason) => left[reason].length > 0)
  return (
    <Notice
      tone="warning"
      title={t('again.someTitle')}
      action={
        <KitLink href="/cart" className="underlined">
          {t('again.toCart')}
        </KitLink>
      }
    >
      {reasons.map((reason) => (
        <p key={reason}>{t(`again.${reason}`, { names: left[reason].join(', ') })}</p>
      ))}
    </Notice>
  )
}
