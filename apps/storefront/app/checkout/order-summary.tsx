import { useTranslation } from 'react-i18next'
import { formatMoney, type WireMoney } from '@rampart/kit/money.ts'
import { Picture } from '@rampart/kit/picture.tsx'
import type { CartItem } from '../cart/types.ts'
import { LineNotes } from '../cart/line-notes.tsx'
import type { ShopPicture } from '../catalog/types.ts'
import { LineDiscounts } from '../codes/line-discounts.tsx'
import { useEnvironment } from '../environment.tsx'

type SummaryLine = {
  variant_id: string
  product_name: string
  options: Record<string, string>
  picture: ShopPicture | null
  unit_price: WireMoney
  quantity: number
  line_total: WireMoney
  notes?: CartItem['notes']
  discounts?: CartItem['discounts']
  /** What became of it since, in a few words. */
  since?: string | undefined
}

/** The lines of an order, small, as they stand beside a form or on a receipt. */
export function SummaryLines({ lines }: { lines: SummaryLine[] }) {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  return (
    <ul className="space-y-4">
      {lines.map((line) => (
        <li key={line.variant_id} className="flex gap-4">
          <Picture
            image={line.picture}
            alt=""
            sizes="4rem"
            className="aspect-[4/5] w-14 shrink-0 self-start rounded-sm"
          />
          <div className="min-w-0 flex-1 text-sm">
            <p className="font-medium">{line.product_name}</p>
            <p className="text-ink-muted">{Object.values(line.options).join(' · ')}</p>
            <p className="figures text-ink-muted">
              {t('order.quantityShort', { count: line.quantity })} {formatMoney(line.unit_price, locale)}
            </p>
            <LineNotes
              item={{ notes: line.notes ?? [], unit_price: line.unit_price, available: line.quantity }}
            />
            <LineDiscounts discounts={line.discounts ?? []} />
            {line.since === undefined ? null : <p className="text-ink-muted">{line.since}</p>}
          </div>
          <p className="figures text-sm">{formatMoney(line.line_total, locale)}</p>
        </li>
      ))}
    </ul>
  )
}

/** The sums under the lines. */
export function SummaryTotals({
  rows,
  total,
  note = null,
  paid = [],
  toPay,
}: {
  rows: Row[]
  total: string
  /** What the total holds, such as taxes. */
  note?: string | null
  /** What gift cards pay of it. */
  paid?: Row[]
  toPay?: string
}) {
  const { t } = useTranslation()
  return (
    <div className="mt-5 border-t border-line pt-4">
      <dl className="figures space-y-1.5 text-sm">
        {rows.map((row) => (
          <SumRow key={row.label} {...row} />
        ))}
        <div className="flex items-baseline justify-between gap-4 pt-2 text-lg font-semibold">
          <dt>{t('checkout.total')}</dt>
          <dd>{total}</dd>
        </div>
        {paid.map((row) => (
          <SumRow key={row.label} {...row} />
        ))}
        {paid.length > 0 && toPay !== undefined ? (
          <div className="flex items-baseline justify-between gap-4 font-semibold">
            <dt>{t('codes.toPay')}</dt>
            <dd>{toPay}</dd>
          </div>
        ) : null}
      </dl>
      {note === null ? null : <p className="figures mt-1.5 text-xs text-ink-subtle">{note}</p>}
    </div>
  )
}

type Row = { label: string; value: string }

function SumRow({ label, value }: Row) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="min-w-0 text-ink-muted wrap-anywhere">{label}</dt>
      <dd className="whitespace-nowrap">{value}</dd>
    </div>
  )
}
