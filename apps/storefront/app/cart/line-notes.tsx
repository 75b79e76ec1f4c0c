import { useTranslation } from 'react-i18next'
import { formatMoney } from '@rampart/kit/money.ts'
import { useEnvironment } from '../environment.tsx'
import type { CartItem } from './types.ts'

type Noted = Pick<CartItem, 'notes' | 'unit_price'> & { available?: number }

/** What changed about a line since it was put into the cart. */
export function LineNotes({ item }: { item: Noted }) {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  if (item.notes.length === 0) return null
  const texts = {
    price_changed: t('cart.priceChanged', { price: formatMoney(item.unit_price, locale) }),
    quantity_reduced: t('cart.stockReduced', { count: item.available ?? 0 }),
    out_of_stock: t('cart.soldOut'),
    not_sold_any_more: t('cart.gone'),
    ships_later: t('cart.shipsLater'),
    not_sold_in_currency: t('currency.line'),
  }
  return (
    <ul className="mt-1 text-sm font-medium text-warning">
      {item.notes.map((note) => (
        <li key={note}>{texts[note]}</li>
      ))}
    </ul>
  )
}
