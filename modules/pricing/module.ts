import { catalog } from '@rampart/contracts/catalog.ts'
import { orders } from '@rampart/contracts/orders.ts'
import { pricing } from '@rampart/contracts/pricing.ts'
import { listen } from '@rampart/platform/events/listener.ts'
import { defineModule } from '@rampart/platform/module/define-module.ts'
import { createCoupons } from './coupons/create-coupons.ts'
import { exportCoupons } from './coupons/export-coupons.ts'
import { listCoupons } from './coupons/list-coupons.ts'
import { updateCoupon } from './coupons/update-coupon.ts'
import { cleanUp } from './clean-up.ts'
import type { PricingDeps } from './deps.ts'
import { correctGiftCard } from './gift-cards/correct-gift-card.ts'
import { getGiftCard } from './gift-cards/get-gift-card.ts'
import { getGiftCardBalance } from './gift-cards/get-gift-card-balance.ts'
import { issueGiftCard } from './gift-cards/issue-gift-card.ts'
import { listGiftCards } from './gift-cards/list-gift-cards.ts'
import { openGiftCard } from './gift-cards/open-gift-card.ts'
import { switchGiftCard } from './gift-cards/switch-gift-card.ts'
import { holdForOrder } from './orders/hold-for-order.ts'
import { onOrderCancelled } from './orders/on-order-cancelled.ts'
import { releaseForOrder } from './orders/release-for-order.ts'
import { returnToGiftCards } from './orders/return-to-gift-cards.ts'
import { settleForOrder } from './orders/settle-for-order.ts'
import { priceCart } from './price/price-cart.ts'
import { erasePersonalData } from './privacy/erase-personal-data.ts'
import { exportPersonalData } from './privacy/export-personal-data.ts'
import { createPromotion } from './promotions/create-promotion.ts'
import { getPromotion } from './promotions/get-promotion.ts'
import { listPromotions } from './promotions/list-promotions.ts'
import { orderPromotions } from './promotions/order-promotions.ts'
import { previewPrices } from './promotions/preview-prices.ts'
import { switchPromotion } from './promotions/switch-promotion.ts'
import { updatePromotion } from './promotions/update-promotion.ts'
import { keptRules } from './rules/kept-rules.ts'
import { secretsOf } from './secrets.ts'
import { getTaxSettings } from './taxes/get-tax-settings.ts'
import { updateTaxSettings } from './taxes/update-tax-settings.ts'

/** What carts cost and why: promotions, coupons, gift cards and taxes. */
export const pricingModule = defineModule({
  contract: pricing,
  calls: { catalog },
  migrations: new URL('./migrations/', import.meta.url),
  create: (given) => {
    const deps: PricingDeps = { ...given, rules: keptRules(given.db), secrets: secretsOf(given.keys) }
    return {
      operations: {
        listPromotions: listPromotions(deps),
        getPromotion: getPromotion(deps),
        createPromotion: createPromotion(deps),
        updatePromotion: updatePromotion(deps),
        switchPromotion: switchPromotion(deps),
        orderPromotions: orderPromotions(deps),
        previewPrices: previewPrices(deps),
        listCoupons: listCoupons(deps),
        createCoupons: createCoupons(deps),
        updateCoupon: updateCoupon(deps),
        exportCoupons: exportCoupons(deps),
        listGiftCards: listGiftCards(deps),
        getGiftCard: getGiftCard(deps),
        issueGiftCard: issueGiftCard(deps),
        correctGiftCard: correctGiftCard(deps),
        switchGiftCard: switchGiftCard(deps),
        getGiftCardBalance: getGiftCardBalance(deps),
        getTaxSettings: getTaxSettings(deps),
        updateTaxSettings: updateTaxSettings(deps),
        priceCart: priceCart(deps),
        openGiftCard: openGiftCard(deps),
        holdForOrder: holdForOrder(deps),
        settleForOrder: settleForOrder(deps),
        releaseForOrder: releaseForOrder(deps),
        returnToGiftCards: returnToGiftCards(deps),
        exportPersonalData: exportPersonalData(deps),
        erasePersonalData: erasePersonalData(deps),
      },
      listens: [listen(orders, 'orders.order-cancelled.v1', onOrderCancelled(deps))],
      schedules: [{ name: 'clean-up', everySeconds: 3_600, run: cleanUp(deps) }],
    }
  },
})
