import { useTranslation } from 'react-i18next'
import { useNavigation } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { ShopForm } from '../forms/shop-form.tsx'

/** Cancelling in two steps without script: a fold that asks, and the button inside it. */
export function CancelForm() {
  const { t } = useTranslation()
  const { state } = useNavigation()
  return (
    <details className="text-sm">
      <summary className="inline-block py-1 text-ink-muted underlined hover:text-ink">
        {t('order.cancel')}
      </summary>
      <ShopForm className="mt-3 max-w-sm rounded-lg border border-line bg-surface p-4">
        <p className="font-medium">{t('order.cancelTitle')}</p>
        <p className="mt-1 text-ink-muted">{t('order.cancelText')}</p>
        <Button type="submit" variant="danger" size="sm" className="mt-3" pending={state === 'submitting'}>
          {t('order.cancel')}
        </Button>
      </ShopForm>
    </details>
  )
}
