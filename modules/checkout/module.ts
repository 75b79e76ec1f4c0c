import { cart } from '@rampart/contracts/cart.ts'
import { catalog } from '@rampart/contracts/catalog.ts'
import { checkout } from '@rampart/contracts/checkout.ts'
import { identity } from '@rampart/contracts/identity.ts'
import { inventory } from '@rampart/contracts/inventory.ts'
import { orders } from '@rampart/contracts/orders.ts'
import { payments } from '@rampart/contracts/payments.ts'
import { pricing } from '@rampart/contracts/pricing.ts'
import { shipping } from '@rampart/contracts/shipping.ts'
import { listen } from '@rampart/platform/events/listener.ts'
import { defineModule } from '@rampart/platform/module/define-module.ts'
import { completeCheckout } from './complete-checkout.ts'
import { forgetBuyers } from './forget-buyers.ts'
import { onBuyerErased } from './on-buyer-erased.ts'
import { onPaymentCaptured } from './on-payment-captured.ts'
import { onPaymentFailed } from './on-payment-failed.ts'
import { placeOrder } from './place-order.ts'
import { quoteCheckout } from './quote-checkout.ts'
import { reconcile } from './reconcile.ts'

export const checkoutModule = defineModule({
  contract: checkout,
  calls: { cart, catalog, identity, inventory, orders, payments, pricing, shipping },
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps) => ({
    operations: {
      quoteCheckout: quoteCheckout(deps),
      placeOrder: placeOrder(deps),
      completeCheckout: completeCheckout(deps),
    },
    listens: [
      listen(payments, 'payments.payment-captured.v1', onPaymentCaptured(deps)),
      listen(payments, 'payments.payment-failed.v1', onPaymentFailed(deps)),
      listen(orders, 'orders.buyer-erased.v1', onBuyerErased(deps)),
    ],
    schedules: [
      { name: 'reconcile', everySeconds: 10, run: reconcile(deps) },
      { name: 'forget-buyers', everySeconds: 3_600, run: forgetBuyers(deps) },
    ],
  }),
})
