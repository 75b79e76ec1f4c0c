import { type Exempt, open, type OwnershipRow, same } from './things.ts'

const named: Exempt = { exempt: 'a rule may name what is not there: then it is about nothing' }

const scopeIds = (at: string): OwnershipRow =>
  Object.fromEntries(
    ['variant_ids', 'product_ids', 'category_ids', 'seller_ids', 'except.variant_ids', 'except.product_ids', 'except.category_ids'].map(
      (name) => [`${at}.${name}[]`, named] as const,
    ),
  ) // prettier-ignore

const rule: OwnershipRow = { ...scopeIds('scope'), ...scopeIds('action.reward') }

/** Rows of the ownership matrix: promotions, their codes, gift cards and taxes. */
export const pricingRows: Readonly<Record<string, OwnershipRow>> = {
  'pricing.listPromotions': { items: same },
  'pricing.getPromotion': { promotion_id: open('promotion') },
  'pricing.createPromotion': rule,
  'pricing.updatePromotion': { promotion_id: open('promotion'), ...rule },
  'pricing.switchPromotion': { promotion_id: open('promotion') },
  'pricing.orderPromotions': { 'promotion_ids[]': open('promotion') },
  'pricing.previewPrices': {
    'items[].variant_id': open('variant', { missing: '409 PRICING_ARTICLE_UNKNOWN' }),
  },
  'pricing.listCoupons': { promotion_id: open('promotion') },
  'pricing.createCoupons': { promotion_id: open('promotion') },
  'pricing.exportCoupons': { promotion_id: open('promotion') },
  'pricing.updateCoupon': { coupon_id: open('coupon') },
  'pricing.listGiftCards': { items: same },
  'pricing.getGiftCard': { gift_card_id: open('gift card') },
  'pricing.correctGiftCard': { gift_card_id: open('gift card') },
  'pricing.switchGiftCard': { gift_card_id: open('gift card') },
  'pricing.updateTaxSettings': { 'classes[].product_ids[]': named, 'classes[].category_ids[]': named },
}
