import { useTranslation } from 'react-i18next'
import { cx } from '@rampart/kit/cx.ts'
import { FEW } from './choose-variant.ts'

type Stock = { available: number; inStock: boolean; shipsLater?: boolean | undefined }

/** In stock, only a few left, not there yet, or sold out: said in words, coloured beside them. */
export function StockState({ available, inStock, shipsLater = false }: Stock) {
  const { t } = useTranslation()
  const few = inStock && available <= FEW
  const tone = !inStock ? 'text-ink-subtle' : few || shipsLater ? 'text-warning' : 'text-success'
  const words = () => {
    if (!inStock) return t('product.soldOut')
    if (shipsLater) return t('product.shipsLater')
    return few ? t('product.lowStock', { count: available }) : t('product.inStock')
  }
  return (
    <p className={cx('flex items-center gap-2 text-sm font-medium', tone)}>
      <span aria-hidden="true" className="size-2 rounded-full bg-current" />
      {words()}
    </p>
  )
}
