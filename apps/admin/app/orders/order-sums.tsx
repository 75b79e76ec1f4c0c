import { useTranslation } from 'react-i18next'
import { discountSentence } from '@rampart/kit/discount-words.ts'
import { Facts } from '@rampart/kit/facts.tsx'
import type { Order } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { isZero } from '../money/sum-money.ts'

/** What an order came to: discounts, taxes, what gift cards paid, what was paid back. */
export function OrderSums({ order }: { order: Order }) {
  const { t } = useTranslation()
  const format = useFormat()
  const owed = order.taxes.filter(({ tax }) => !isZero(tax))
  const inclusive = order.prices === 'inclusive'
  return (
    <Facts
      items={[
        { name: t('orders.subtotal'), value: format.money(order.subtotal) },
        {
          name: t('orders.shippingTotal', { method: order.shipping_method.name }),
          value: format.money(order.shipping_total),
        },
        ...order.discounts.map(({ name, coupon, amount }) => ({
          name: coupon === null ? name : t('orders.discountByCoupon', { name, coupon }),
          value: `−${format.money(amount)}`,
        })),
        ...(inclusive ? [] : taxes('orders.tax')),
        {
          name: <span className="font-semibold text-ink">{t('orders.total')}</span>,
          value: <span className="font-semibold">{format.money(order.total)}</span>,
        },
        ...(inclusive ? taxes('orders.includedTax') : []),
        ...(isZero(order.gift_card_total)
          ? []
          : [{ name: t('orders.giftCards'), value: `−${format.money(order.gift_card_total)}` }]),
        ...(isZero(order.refunded_total)
          ? []
          : [{ name: t('orders.refunded'), value: `−${format.money(order.refunded_total)}` }]),
      ]}
    />
  )

  function taxes(key: 'orders.tax' | 'orders.includedTax') {
    return owed.map(({ rate_percent, net, tax }) => ({
      name: t(key, { rate: format.number(Number(rate_percent)), net: format.money(net) }),
      value: format.money(tax),
    }))
  }
}

/** Why a line costs less than its pieces do. */
export function LineDiscounts({ item }: { item: Order['items'][number] }) {
  const format = useFormat()
  return item.discounts.map(({ name, amount, explanation }) => (
    <p key={name} className="text-xs text-success">
      {name}: {discountSentence(explanation, { locale: format.locale, currency: amount.currency })} (−
      {format.money(amount)})
    </p>
  ))
}
