import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { PriceField } from '../form/price-field.tsx'
import { useFormat } from '../i18n/use-format.ts'
import type { DraftVariant } from './draft.ts'
import type { Editing } from './use-draft.ts'

/** Price and stock of a product that has no options. */
export function SingleVariant({
  variant,
  editing,
  onChange,
  onAdjust,
}: {
  variant: DraftVariant
  editing: Editing
  onChange: (key: string, part: Partial<DraftVariant>) => void
  onAdjust: (id: string) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { currency, errorAt } = editing
  const set = (part: Partial<DraftVariant>) => onChange(variant.key, part)
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <PriceField
        label={t('catalog.price')}
        currency={currency}
        value={variant.price}
        error={errorAt('variants.0.price')}
        onChange={(price) => set({ price })}
      />
      <PriceField
        label={t('catalog.comparePrice')}
        hint={t('catalog.compareHint')}
        optional={t('common.optional')}
        currency={currency}
        value={variant.compare_at_price}
        error={errorAt('variants.0.compare_at_price')}
        onChange={(value) => set({ compare_at_price: value })}
      />
      <TextField
        label={t('catalog.sku')}
        maxLength={80}
        value={variant.sku}
        error={errorAt('variants.0.sku')}
        onChange={(event) => set({ sku: event.target.value })}
      />
      {variant.id === null ? (
        <TextField
          label={t('catalog.quantity')}
          inputMode="numeric"
          maxLength={7}
          value={variant.initial_quantity}
          error={errorAt('variants.0.initial_quantity')}
          onChange={(event) => set({ initial_quantity: event.target.value })}
        />
      ) : (
        <div className="flex flex-col gap-1.5">
          <span className="text-control-sm font-medium">{t('catalog.available')}</span>
          <span className="flex min-h-control items-center gap-3">
            <span className="figures text-lg">{format.number(variant.available ?? 0)}</span>
            <Button size="sm" onClick={() => onAdjust(variant.id ?? '')}>
              {t('catalog.adjust')}
            </Button>
          </span>
        </div>
      )}
    </div>
  )
}
