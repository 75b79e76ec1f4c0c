import { SlidersHorizontal, Trash2 } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { PriceField } from '../form/price-field.tsx'
import { useFormat } from '../i18n/use-format.ts'
import type { DraftVariant } from './draft.ts'

type Props = {
  variant: DraftVariant
  currency: string | null
  /** The messages for SKU, price, former price and quantity, one per line. */
  errors: string
  removable: boolean
  onChange: (key: string, part: Partial<DraftVariant>) => void
  onRemove: (key: string) => void
  onAdjust: (variant: { id: string; name: string }) => void
}

/** One line of the matrix. It is drawn anew only when it changes itself: there may be 250 of them. */
export const VariantRow = memo(function VariantRow({
  variant,
  currency,
  errors,
  removable,
  onChange,
  onRemove,
  onAdjust,
}: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = variant.choice.join(' / ')
  const [sku, price, compare, quantity] = errors.split('\n').map((text) => text || undefined)
  const set = (part: Partial<DraftVariant>) => onChange(variant.key, part)
  const named = (label: string) => `${name}: ${label}`
  return (
    <li className="quiet-fields relative grid sm:[&_input]:placeholder:text-transparent grid-cols-2 items-start gap-2 px-5 py-3 sm:grid-cols-(--variant-columns) sm:py-2">
      <span className="col-span-2 flex min-h-control items-center pr-8 text-control-sm font-medium sm:col-span-1 sm:pr-0">
        {name}
      </span>
      <TextField
        label={named(t('catalog.sku'))}
        labelHidden
        placeholder={t('catalog.sku')}
        className="col-span-2 sm:col-span-1"
        maxLength={80}
        value={variant.sku}
        error={sku}
        onChange={(event) => set({ sku: event.target.value })}
      />
      <PriceField
        label={named(t('catalog.price'))}
        labelHidden
        placeholder={t('catalog.price')}
        currency={currency}
        value={variant.price}
        error={price}
        onChange={(value) => set({ price: value })}
      />
      <PriceField
        label={named(t('catalog.comparePrice'))}
        labelHidden
        placeholder={t('catalog.comparePrice')}
        currency={currency}
        value={variant.compare_at_price}
        error={compare}
        onChange={(value) => set({ compare_at_price: value })}
      />
      {variant.id === null ? (
        <TextField
          label={named(t('catalog.quantity'))}
          labelHidden
          placeholder={t('catalog.quantity')}
          inputMode="numeric"
          maxLength={7}
          value={variant.initial_quantity}
          error={quantity}
          onChange={(event) => set({ initial_quantity: event.target.value })}
        />
      ) : (
        <span className="figures flex min-h-control items-center justify-between gap-1 text-control-sm">
          <span className="text-ink-subtle sm:hidden">{t('catalog.available')}</span>
          <span className="ml-auto">{format.number(variant.available ?? 0)}</span>
          <IconButton
            icon={SlidersHorizontal}
            label={t('catalog.adjustOf', { variant: name })}
            size="sm"
            onClick={() => onAdjust({ id: variant.id ?? '', name })}
          />
        </span>
      )}
      <IconButton
        icon={Trash2}
        label={t('catalog.removeVariant', { variant: name })}
        disabled={!removable}
        className="absolute! top-2 right-3 text-ink-subtle sm:static!"
        onClick={() => onRemove(variant.key)}
      />
    </li>
  )
})
