import { useMutation } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { api } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { ProductLookup } from '../search/product-lookup.tsx'

export type PreviewItem = { readonly variant_id: string; readonly name: string; readonly quantity: number }

/** What is in the made-up cart: each variant of a chosen product can be taken, the first one is to begin with. */
export function PreviewItems({
  items,
  onChange,
}: {
  items: readonly PreviewItem[]
  onChange: (items: PreviewItem[]) => void
}) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const add = useMutation({
    mutationFn: (product_id: string) => api.catalog.getProduct({ product_id }),
    onSuccess: ({ name, variants }) => {
      const known = new Set(items.map((item) => item.variant_id))
      const variant = variants.find(({ id }) => !known.has(id))
      if (variant === undefined) return
      const options = Object.values(variant.options).join(', ')
      const item = {
        variant_id: variant.id,
        name: options === '' ? name : `${name} (${options})`,
        quantity: 1,
      }
      onChange([...items, item])
    },
  })
  return (
    <div className="flex flex-col gap-3">
      <ProductLookup label={t('promotions.preview.add')} without={[]} onChoose={({ id }) => add.mutate(id)} />
      {add.isError ? <Notice tone="danger">{failureText(add.error)}</Notice> : null}
      {items.length > 0 ? (
        <ul className="divide-y divide-line rounded-md border border-line">
          {items.map((item) => (
            <li key={item.variant_id} className="flex items-center gap-2 py-1 pr-1 pl-3 text-control-sm">
              <span className="min-w-0 flex-1 truncate">{item.name}</span>
              <TextField
                label={`${t('promotions.preview.pieces')}: ${item.name}`}
                labelHidden
                type="number"
                min={1}
                max={9_999}
                required
                className="w-20"
                value={String(item.quantity)}
                onChange={(event) =>
                  onChange(
                    items.map((other) =>
                      other === item
                        ? { ...item, quantity: Math.trunc(Number(event.target.value)) || 1 }
                        : other,
                    ),
                  )
                }
              />
              <IconButton
                icon={X}
                label={`${t('common.remove')}: ${item.name}`}
                onClick={() => onChange(items.filter((other) => other !== item))}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
