import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { StockDialog } from '../inventory/stock-dialog.tsx'
import type { DraftVariant } from './draft.ts'
import { SingleVariant } from './single-variant.tsx'
import { skuOf } from './slug.ts'
import type { Editing } from './use-draft.ts'
import { VariantRow } from './variant-row.tsx'

const rowErrors = ['sku', 'price', 'compare_at_price', 'initial_quantity'] as const

/** Price, SKU and stock of each variant. A product without options has one, shown as a plain form. */
export function VariantsCard({ editing, title }: { editing: Editing; title: string }) {
  const { t } = useTranslation()
  const { draft, change, errorAt } = editing
  const [adjusting, setAdjusting] = useState<{ id: string; name: string } | null>(null)
  const [set] = useState(() => (key: string, part: Partial<DraftVariant>) => {
    change((before) => ({
      variants: before.variants.map((variant) => (variant.key === key ? { ...variant, ...part } : variant)),
    }))
  })
  const [remove] = useState(() => (key: string) => {
    change((before) => ({ variants: before.variants.filter((variant) => variant.key !== key) }))
  })
  const plain = draft.variants.length === 1 && draft.variants[0]?.choice.length === 0
  const unnamed = draft.variants.some(({ sku }) => sku.trim() === '')
  const first = draft.variants[0]
  const severalPrices = draft.variants.some(({ price }) => price !== first?.price)
  return (
    <Card
      title={plain ? t('catalog.pricing') : t('catalog.variantCount', { count: draft.variants.length })}
      flush={!plain}
      action={
        <div className="-mr-2 flex gap-1">
          {unnamed && draft.name.trim() !== '' ? (
            <Button
              size="sm"
              variant="ghost"
              onClick={() =>
                change({
                  variants: draft.variants.map((variant) =>
                    variant.sku.trim() === ''
                      ? { ...variant, sku: skuOf(draft.name, variant.choice) }
                      : variant,
                  ),
                })
              }
            >
              {t('catalog.suggestSkus')}
            </Button>
          ) : null}
          {!plain && severalPrices && first ? (
            <Button
              size="sm"
              variant="ghost"
              className="hidden sm:inline-flex"
              onClick={() =>
                change({
                  variants: draft.variants.map((variant) => ({
                    ...variant,
                    price: first.price,
                    compare_at_price: first.compare_at_price,
                  })),
                })
              }
            >
              {t('catalog.setAll')}
            </Button>
          ) : null}
        </div>
      }
    >
      {errorAt('variants') ? (
        <div className={plain ? 'pb-4' : 'px-5 pt-4'}>
          <Notice tone="danger">{errorAt('variants')}</Notice>
        </div>
      ) : null}
      {plain && first ? (
        <SingleVariant
          variant={first}
          editing={editing}
          onChange={set}
          onAdjust={(id) => setAdjusting({ id, name: title })}
        />
      ) : (
        <div>
          <div
            aria-hidden="true"
            className="hidden grid-cols-(--variant-columns) gap-2 border-b border-line px-5 py-2 text-xs font-medium text-ink-subtle sm:grid"
          >
            <span>
              {draft.options
                .map(({ name }) => name)
                .filter(Boolean)
                .join(' / ')}
            </span>
            <span>{t('catalog.sku')}</span>
            <span>{t('catalog.price')}</span>
            <span>{t('catalog.comparePrice')}</span>
            <span>{t('catalog.stock')}</span>
          </div>
          <ul className="divide-y divide-line">
            {draft.variants.map((variant, index) => (
              <VariantRow
                key={variant.key}
                variant={variant}
                currency={editing.currency}
                errors={rowErrors.map((field) => errorAt(`variants.${index}.${field}`) ?? '').join('\n')}
                removable={draft.variants.length > 1}
                onChange={set}
                onRemove={remove}
                onAdjust={setAdjusting}
              />
            ))}
          </ul>
        </div>
      )}
      {adjusting ? (
        <StockDialog
          variantId={adjusting.id}
          name={adjusting.name}
          onAdjusted={({ available }) => set(adjusting.id, { available })}
          onClose={() => setAdjusting(null)}
        />
      ) : null}
    </Card>
  )
}
