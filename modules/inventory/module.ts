import { catalog } from '@rampart/contracts/catalog.ts'
import { inventory } from '@rampart/contracts/inventory.ts'
import { orders } from '@rampart/contracts/orders.ts'
import { listen } from '@rampart/platform/events/listener.ts'
import { defineModule } from '@rampart/platform/module/define-module.ts'
import { adjustStock } from './adjust-stock.ts'
import { commitReservation } from './commit-reservation.ts'
import { expireReservations } from './expire-reservations.ts'
import { getLevels } from './get-levels.ts'
import { importLevels } from './import-levels.ts'
import { listMovements } from './list-movements.ts'
import { listStock } from './list-stock.ts'
import { onOrderCancelled } from './on-order-cancelled.ts'
import { onProductChanged, onProductsImported } from './on-product-changed.ts'
import { releaseReservation } from './release-reservation.ts'
import { reserveStock } from './reserve-stock.ts'

/** How many pieces there are, who holds them, and why they moved. */
export const inventoryModule = defineModule({
  contract: inventory,
  calls: {},
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps) => ({
    operations: {
      getLevels: getLevels(deps),
      listStock: listStock(deps),
      listMovements: listMovements(deps),
      adjustStock: adjustStock(deps),
      importLevels: importLevels(deps),
      reserveStock: reserveStock(deps),
      commitReservation: commitReservation(deps),
      releaseReservation: releaseReservation(deps),
    },
    listens: [
      listen(orders, 'orders.order-cancelled.v1', onOrderCancelled(deps)),
      listen(catalog, 'catalog.product-changed.v1', onProductChanged(deps)),
      listen(catalog, 'catalog.products-imported.v1', onProductsImported(deps)),
    ],
    schedules: [{ name: 'expire-reservations', everySeconds: 15, run: expireReservations(deps) }],
  }),
})
