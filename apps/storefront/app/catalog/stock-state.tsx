import { useTranslation } from 'react-i18next'
import { cx } from '@rampart/kit/cx.ts'
import { FEW } from './choose-variant.ts'

/** In stock, only a few left, or sold out: said in words, coloured beside them. */
export function StockState({ available, inStock }: { available: number; inStock: boolean }) {
  const { t } = useTranslation()
  const few = inStock && available <= FEW
  const tone = !inStock ? 'text-ink-subtle' : few ? 'text-warning' : 'text-success'
  return (
    <p className={cx('flex items-center gap-2 text-sm font-medium', tone)}>
      <span aria-hidden="true" className="size-2 rounded-full bg-current" />
      {!inStock
        ? t('product.soldOut')
        : few
          ? t('product.lowStock', { count: available })
          : t('product.inStock')}
    </p>
  )
}
