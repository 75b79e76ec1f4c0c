import { useTranslation } from 'react-i18next'
import { useNavigation } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { QuantityStepper } from '@rampart/kit/quantity-stepper.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import type { Variant } from './types.ts'

const MOST = 99

/** Quantity and the button. After adding, a notice says so and shows the way on. */
export function BuyForm({
  variant,
  title,
  priced,
  added,
  problem,
}: {
  variant: Variant
  title: string
  /** It has a price in the reader's currency. */
  priced: boolean
  added: boolean
  problem: string | undefined
}) {
  const { t } = useTranslation()
  const { state, formAction } = useNavigation()
  const pending = state !== 'idle' && formAction !== undefined && formAction.startsWith('/p/')
  return (
    <div className="flex flex-col gap-4">
      {added && !problem ? (
        <Notice tone="success" title={t('product.addedTitle')}>
          <p>{t('product.added', { title })}</p>
          <div className="mt-3 flex flex-wrap gap-2">
            <LinkButton href="/cart" size="sm">
              {t('product.goToCart')}
            </LinkButton>
            <LinkButton href="/checkout" size="sm" variant="primary">
              {t('product.checkout')}
            </LinkButton>
          </div>
        </Notice>
      ) : null}
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      <ShopForm preventScrollReset className="flex flex-wrap gap-3">
        <input type="hidden" name="variant_id" value={variant.id} />
        {variant.in_stock && priced ? (
          <QuantityStepper
            key={variant.id}
            name="quantity"
            label={t('product.quantity')}
            max={Math.max(1, Math.min(MOST, variant.available || MOST))}
            labels={{ less: t('product.less'), more: t('product.more') }}
          />
        ) : null}
        <Button
          type="submit"
          variant="primary"
          className="min-w-48 flex-1"
          disabled={!variant.in_stock || !priced}
          pending={pending}
        >
          {variant.in_stock ? t(pending ? 'product.adding' : 'product.add') : t('product.soldOut')}
        </Button>
      </ShopForm>
    </div>
  )
}
