import { useTranslation } from 'react-i18next'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import type { Order } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { isZero } from '../money/sum-money.ts'
import { piecesBack, type RefundChoice, shippingLeft } from './refund-choice.ts'

/** Which pieces are paid back, whether they go back to the stock, and whether the delivery is. */
export function RefundLines({
  order,
  choice,
  most,
  onChange,
}: {
  order: Order
  choice: RefundChoice
  /** Pieces of each line at most; absent: all that are not paid back yet, with a choice about the stock. */
  most?: ReadonlyMap<string, number>
  onChange: (choice: RefundChoice) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const left = shippingLeft(order)
  const items = order.items.filter(({ id }) => most === undefined || (most.get(id) ?? 0) > 0)
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-control-sm font-medium">{t('orders.refundLines')}</legend>
      <ul className="divide-y divide-line overflow-clip rounded-lg border border-line bg-surface">
        {items.map((item) => {
          const open = item.quantity - piecesBack(order, item.id)
          const limit = Math.min(open, most?.get(item.id) ?? open)
          const chosen = choice.pieces[item.id] ?? 0
          return (
            <li key={item.id} className="flex flex-col gap-2 px-4 py-3">
              <div className="flex items-center gap-3">
                <span className="min-w-0 flex-1 text-control-sm">
                  <span className="block truncate font-medium">{item.product_name}</span>
                  <span className="block truncate text-xs text-ink-subtle">
                    {[...Object.values(item.options), item.sku].join(' · ')}
                  </span>
                </span>
                <SelectField
                  label={t('orders.refundPieces', { name: item.product_name })}
                  labelHidden
                  className="w-28 shrink-0"
                  value={String(chosen)}
                  disabled={limit === 0}
                  onChange={(event) =>
                    onChange({
                      ...choice,
                      pieces: { ...choice.pieces, [item.id]: Number(event.target.value) },
                    })
                  }
                >
                  {Array.from({ length: limit + 1 }, (_, count) => (
                    <option key={count} value={count}>
                      {t('orders.refundOf', { count, total: limit })}
                    </option>
                  ))}
                </SelectField>
              </div>
              {most === undefined && chosen > 0 ? (
                <Checkbox
                  label={t('orders.refundRestock')}
                  checked={choice.restock[item.id] ?? false}
                  onChange={(event) =>
                    onChange({ ...choice, restock: { ...choice.restock, [item.id]: event.target.checked } })
                  }
                />
              ) : null}
            </li>
          )
        })}
        {isZero(left) ? null : (
          <li className="px-4 py-3">
            <Checkbox
              label={t('orders.refundShipping')}
              aside={format.money(left)}
              checked={choice.shipping}
              onChange={(event) => onChange({ ...choice, shipping: event.target.checked })}
            />
          </li>
        )}
      </ul>
    </fieldset>
  )
}
