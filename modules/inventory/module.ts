import { access } from '@rampart/contracts/access.ts'
import { catalog } from '@rampart/contracts/catalog.ts'
import { inventory } from '@rampart/contracts/inventory.ts'
import { orders } from '@rampart/contracts/orders.ts'
import { payments } from '@rampart/contracts/payments.ts'
import { listen } from '@rampart/platform/events/listener.ts'
import { defineModule } from '@rampart/platform/module/define-module.ts'
import { adjustMany } from './adjust-many.ts'
import { adjustStock } from './adjust-stock.ts'
import { closeLocation } from './close-location.ts'
import { commitReservation } from './commit-reservation.ts'
import { createLocation } from './create-location.ts'
import { expireReservations } from './expire-reservations.ts'
import { getLevels } from './get-levels.ts'
import { getStockSettings } from './get-stock-settings.ts'
import { getStock } from './get-stock.ts'
import { importLevels } from './import-levels.ts'
import { listLocations } from './list-locations.ts'
import { listLowStock } from './list-low-stock.ts'
import { listMovements } from './list-movements.ts'
import { listReservations } from './list-reservations.ts'
import { listStock } from './list-stock.ts'
import { onOrderCancelled } from './on-order-cancelled.ts'
import { onPaymentRefunded, onPiecesReturned } from './on-pieces-returned.ts'
import { onProductChanged, onProductsImported } from './on-product-changed.ts'
import { releaseReservation } from './release-reservation.ts'
import { renameLocation } from './rename-location.ts'
import { reserveStock } from './reserve-stock.ts'
import { setStockRules } from './set-stock-rules.ts'
import { setStockSettings } from './set-stock-settings.ts'
import { applyLines } from './stock-takes/apply-lines.ts'
import { APPLY_JOB, applyStockTake } from './stock-takes/apply-stock-take.ts'
import { createStockTake } from './stock-takes/create-stock-take.ts'
import { discardStockTake } from './stock-takes/discard-stock-take.ts'
import { getStockTake } from './stock-takes/get-stock-take.ts'
import { listStockTakeLines } from './stock-takes/list-stock-take-lines.ts'
import { listStockTakes } from './stock-takes/list-stock-takes.ts'
import { tellLowStock } from './tell-low-stock.ts'
import { transferStock } from './transfer-stock.ts'

/** How many pieces there are, who holds them, and why they moved. */
export const inventoryModule = defineModule({
  contract: inventory,
  calls: { access },
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps) => ({
    operations: {
      getLevels: getLevels(deps),
      listStock: listStock(deps),
      listMovements: listMovements(deps),
      listReservations: listReservations(deps),
      adjustStock: adjustStock(deps),
      importLevels: importLevels(deps),
      adjustMany: adjustMany(deps),
      closeLocation: closeLocation(deps),
      createLocation: createLocation(deps),
      getStockSettings: getStockSettings(deps),
      getStock: getStock(deps),
      listLocations: listLocations(deps),
      listLowStock: listLowStock(deps),
      renameLocation: renameLocation(deps),
      setStockRules: setStockRules(deps),
      setStockSettings: setStockSettings(deps),
      transferStock: transferStock(deps),
      createStockTake: createStockTake(deps),
      discardStockTake: discardStockTake(deps),
      getStockTake: getStockTake(deps),
      listStockTakeLines: listStockTakeLines(deps),
      listStockTakes: listStockTakes(deps),
      applyStockTake: applyStockTake(deps),
      reserveStock: reserveStock(deps),
      commitReservation: commitReservation(deps),
      releaseReservation: releaseReservation(deps),
    },
    listens: [
      listen(orders, 'orders.order-cancelled.v1', onOrderCancelled(deps)),
      listen(orders, 'orders.pieces-returned.v1', onPiecesReturned(deps)),
      listen(payments, 'payments.payment-refunded.v1', onPaymentRefunded(deps)),
      listen(catalog, 'catalog.product-changed.v1', onProductChanged(deps)),
      listen(catalog, 'catalog.products-imported.v1', onProductsImported(deps)),
    ],
    jobs: { [APPLY_JOB]: applyLines(deps) },
    schedules: [
      { name: 'expire-reservations', everySeconds: 15, run: expireReservations(deps) },
      { name: 'tell-low-stock', everySeconds: 600, run: tellLowStock(deps) },
    ],
  }),
})
