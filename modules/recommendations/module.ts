import { catalog } from '@rampart/contracts/catalog.ts'
import { orders } from '@rampart/contracts/orders.ts'
import { recommendations } from '@rampart/contracts/recommendations.ts'
import { listen } from '@rampart/platform/events/listener.ts'
import { defineModule } from '@rampart/platform/module/define-module.ts'
import { getProductRecommendations } from './get-product-recommendations.ts'
import { getRecommendations } from './get-recommendations.ts'
import { onBuyerErased, onOrderCancelled, onOrderPaid } from './on-order.ts'
import { refreshRecent } from './refresh-recent.ts'
import { onPastLinesImported, orderTraining, trainJob } from './train.ts'

/** What goes with what, learnt from orders. */
export const recommendationsModule = defineModule({
  contract: recommendations,
  calls: { catalog, orders },
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps) => ({
    operations: {
      getProductRecommendations: getProductRecommendations(deps),
      getRecommendations: getRecommendations(deps),
    },
    listens: [
      listen(orders, 'orders.order-paid.v1', onOrderPaid(deps)),
      listen(orders, 'orders.order-cancelled.v1', onOrderCancelled(deps)),
      listen(orders, 'orders.buyer-erased.v1', onBuyerErased(deps)),
      listen(orders, 'orders.past-lines-imported.v1', onPastLinesImported(deps)),
    ],
    jobs: { train: trainJob(deps) },
    schedules: [
      { name: 'order-training', everySeconds: 600, run: orderTraining(deps) },
      { name: 'refresh-recent', everySeconds: 300, run: refreshRecent(deps) },
    ],
  }),
})
