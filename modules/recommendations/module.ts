import { catalog } from '@rampart/contracts/catalog.ts'
import { orders } from '@rampart/contracts/orders.ts'
import { recommendations } from '@rampart/contracts/recommendations.ts'
import { listen } from '@rampart/platform/events/listener.ts'
import { defineModule } from '@rampart/platform/module/define-module.ts'
import { getForOrder } from './get-for-order.ts'
import { getProductRecommendations } from './get-product-recommendations.ts'
import { getRecommendations } from './get-recommendations.ts'
import { getTraining } from './get-training.ts'
import { onBuyerErased, onOrderCancelled, onOrderPaid } from './on-order.ts'
import { onPastLinesImported, orderTraining } from './order-training.ts'
import { erasePersonalData } from './privacy/erase-personal-data.ts'
import { exportPersonalData } from './privacy/export-personal-data.ts'
import { refreshRecent } from './refresh-recent.ts'
import { trainNow } from './train-now.ts'
import { trainJob } from './train.ts'
import { forgetOldViews } from './views/forget-old-views.ts'
import { getViewMemory } from './views/get-view-memory.ts'
import { rememberView } from './views/remember-view.ts'
import { setViewMemory } from './views/set-view-memory.ts'

/** What goes with what, learnt from orders and from what customers look at. */
export const recommendationsModule = defineModule({
  contract: recommendations,
  calls: { catalog, orders },
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps) => ({
    operations: {
      getProductRecommendations: getProductRecommendations(deps),
      getRecommendations: getRecommendations(deps),
      getForOrder: getForOrder(deps),
      rememberView: rememberView(deps),
      getViewMemory: getViewMemory(deps),
      setViewMemory: setViewMemory(deps),
      getTraining: getTraining(deps),
      trainNow: trainNow(deps),
      exportPersonalData: exportPersonalData(deps),
      erasePersonalData: erasePersonalData(deps),
    },
    listens: [
      listen(orders, 'orders.order-paid.v1', onOrderPaid(deps)),
      listen(orders, 'orders.order-accepted.v1', onOrderPaid(deps)),
      listen(orders, 'orders.order-cancelled.v1', onOrderCancelled(deps)),
      listen(orders, 'orders.buyer-erased.v1', onBuyerErased(deps)),
      listen(orders, 'orders.past-lines-imported.v1', onPastLinesImported(deps)),
    ],
    jobs: { train: trainJob(deps) },
    schedules: [
      { name: 'order-training', everySeconds: 600, run: orderTraining(deps) },
      { name: 'refresh-recent', everySeconds: 300, run: refreshRecent(deps) },
      { name: 'forget-old-views', everySeconds: 86_400, run: forgetOldViews(deps) },
    ],
  }),
})
