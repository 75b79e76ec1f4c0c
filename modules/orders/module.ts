import { orders } from '@rampart/contracts/orders.ts'
import { payments } from '@rampart/contracts/payments.ts'
import { listen } from '@rampart/platform/events/listener.ts'
import { defineModule } from '@rampart/platform/module/define-module.ts'
import { abandonOrder } from './abandon-order.ts'
import { acceptOrder } from './accept-order.ts'
import { cancelOrder } from './cancel-order.ts'
import { createOrder } from './create-order.ts'
import { getDocument } from './documents/get-document.ts'
import { getInvoice } from './documents/get-invoice.ts'
import { getInvoiceSettings, setInvoiceSettings } from './documents/invoice-settings.ts'
import { issueInvoice } from './documents/issue-invoice.ts'
import { issueWaiting } from './documents/issue-waiting.ts'
import { documentListeners } from './documents/listeners.ts'
import { printOrders } from './documents/print-orders.ts'
import { expireOrders } from './expire-orders.ts'
import { createShipment } from './fulfilment/create-shipment.ts'
import { stepShipment } from './fulfilment/step-shipment.ts'
import { updateShipment } from './fulfilment/update-shipment.ts'
import { getOrder } from './get-order.ts'
import { getPlacedOrder } from './get-placed-order.ts'
import { getSale } from './get-sale.ts'
import { hasBought } from './has-bought.ts'
import { listOrders } from './list-orders.ts'
import { listPaidBaskets } from './list-paid-baskets.ts'
import { listSales } from './list-sales.ts'
import { markPaid } from './mark-paid.ts'
import { addNote, listNotes } from './notes/notes.ts'
import { onPaymentCaptured } from './on-payment-captured.ts'
import { onPaymentRefunded } from './on-payment-refunded.ts'
import { importPastLines } from './past/import-past-lines.ts'
import { listPastBaskets } from './past/list-past-baskets.ts'
import { countOrdersUnderWay } from './privacy/count-orders-under-way.ts'
import { erasePersonalData } from './privacy/erase-personal-data.ts'
import { exportPersonalData } from './privacy/export-personal-data.ts'
import { forgetBuyers } from './privacy/forget-buyers.ts'
import { getRefundFacts } from './refunds/get-refund-facts.ts'
import { returnOperations } from './returns/operations.ts'
import { updateOrder } from './update-order.ts'
import { updateStatus } from './update-status.ts'

export const ordersModule = defineModule({
  contract: orders,
  calls: {},
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps) => ({
    operations: {
      listOrders: listOrders(deps),
      getOrder: getOrder(deps),
      listSales: listSales(deps),
      getSale: getSale(deps),
      updateOrder: updateOrder(deps),
      cancelOrder: cancelOrder(deps),
      updateStatus: updateStatus(deps),
      getInvoice: getInvoice(deps),
      getDocument: getDocument(deps),
      issueInvoice: issueInvoice(deps),
      getInvoiceSettings: getInvoiceSettings(deps),
      setInvoiceSettings: setInvoiceSettings(deps),
      printOrders: printOrders(deps),
      createShipment: createShipment(deps),
      updateShipment: updateShipment(deps),
      stepShipment: stepShipment(deps),
      createOrder: createOrder(deps),
      acceptOrder: acceptOrder(deps),
      markPaid: markPaid(deps),
      abandonOrder: abandonOrder(deps),
      getPlacedOrder: getPlacedOrder(deps),
      listPaidBaskets: listPaidBaskets(deps),
      listPastBaskets: listPastBaskets(deps),
      importPastLines: importPastLines(deps),
      countOrdersUnderWay: countOrdersUnderWay(deps),
      hasBought: hasBought(deps),
      getRefundFacts: getRefundFacts(deps),
      listNotes: listNotes(deps),
      addNote: addNote(deps),
      ...returnOperations(deps),
      exportPersonalData: exportPersonalData(deps),
      erasePersonalData: erasePersonalData(deps),
    },
    listens: [
      listen(payments, 'payments.payment-captured.v1', onPaymentCaptured(deps)),
      listen(payments, 'payments.payment-refunded.v1', onPaymentRefunded(deps)),
      ...documentListeners(deps),
    ],
    schedules: [
      { name: 'expire-orders', everySeconds: 60, run: expireOrders(deps) },
      { name: 'issue-waiting', everySeconds: 30, run: issueWaiting(deps) },
      { name: 'forget-buyers', everySeconds: 3_600, run: forgetBuyers(deps) },
    ],
  }),
})
