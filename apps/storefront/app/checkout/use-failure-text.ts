import { useTranslation } from 'react-i18next'

/** Why an order was not placed, for people. */
export function useFailureText(): (code: string) => string {
  const { t } = useTranslation()
  const texts: Record<string, string> = {
    CHECKOUT_OUT_OF_STOCK: t('checkout.outOfStock'),
    CHECKOUT_ARTICLE_UNKNOWN: t('checkout.outOfStock'),
    CHECKOUT_PRICE_CHANGED: t('checkout.priceChanged'),
    CHECKOUT_NOT_IN_CURRENCY: t('currency.line'),
    CHECKOUT_CURRENCY_CHANGED: t('currency.changed'),
    CHECKOUT_NOT_DELIVERED_THERE: t('checkout.noShipping'),
    CHECKOUT_COUPON_REFUSED: t('codes.couponRefused'),
    CHECKOUT_GIFT_CARD_SPENT: t('codes.giftCardSpent'),
    CHECKOUT_SHIPPING_UNKNOWN: t('checkout.shippingChanged'),
  }
  return (code) => texts[code] ?? t('checkout.generic')
}
