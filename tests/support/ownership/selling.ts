import { callers } from '../access-matrix.ts'
import { type Exempt, open, own, type OwnershipRow, ownOrAll, same, tried, word } from './things.ts'

const { orderReaders, sales } = callers

const ofTheOrder: Exempt = { exempt: 'of the order or the return that the path names; another’s is refused' }
const linesOfOthers = '400 ORDERS_RETURN_BAD_LINES'
const notThereYet = { others: '409 ORDERS_RETURN_STEP_NOT_ALLOWED' }

const lineOfIt = tried(
  'a line of this very order, and the seller’s own where a seller asks',
  'modules/orders/test/shipments.409.test.ts › pack what they sold, and it alone',
)
const paperOfIt = tried(
  'a paper of this very order, which is the caller’s',
  'modules/orders/test/invoices.4xx.test.ts › others’ invoices are not there',
)
const ordersPrinted = tried(
  'orders that were paid; of a seller those with lines of theirs',
  'modules/orders/test/papers.test.ts › sellers print what they sold, and nothing of others',
)
const shipmentOfIt = tried(
  'a shipment of this very order, and the seller’s own where a seller asks',
  'modules/orders/test/shipments.409.test.ts › pack what they sold, and it alone',
)

const paidElsewhere = tried(
  'the shop has no account there; whoever knows the random id may pay',
  'modules/payments/test/confirm-payment.404.test.ts › payments that are not there, or at another provider, are all one',
)

const typed: Exempt = { exempt: 'what an account is called at the provider, not the id of a thing here' }

const nobodysOwn: Exempt = { exempt: 'what was found in the books belongs to the shop' }

/** Rows of the ownership matrix: from the cart to the parcel. */
export const sellingRows: Readonly<Record<string, OwnershipRow>> = {
  'cart.getCart': { items: own('line of a cart') },
  'cart.addItem': { variant_id: open('variant'), product_id: open('product') },
  'cart.updateItem': { item_id: own('line of a cart') },
  'cart.removeItem': { item_id: own('line of a cart') },
  'cart.removeCode': { code: own('coupon in a cart') },

  'checkout.quoteCheckout': {
    'items[].variant_id': open('variant', { missing: '409 CHECKOUT_ARTICLE_UNKNOWN' }),
    'items[].product_id': open('product', { missing: '400 CHECKOUT_VARIANT_NEEDED' }),
    cart_id: own('cart'),
  },
  'checkout.placeOrder': {
    'items[].variant_id': open('variant', { missing: '409 CHECKOUT_ARTICLE_UNKNOWN' }),
    'items[].product_id': open('product', { missing: '400 CHECKOUT_VARIANT_NEEDED' }),
    cart_id: own('cart'),
  },
  'checkout.completeCheckout': { order_id: own('order') },

  'orders.listOrders': { items: ownOrAll('order', orderReaders) },
  'orders.getOrder': { order_id: ownOrAll('order', orderReaders) },
  'orders.updateOrder': { order_id: ownOrAll('order', sales) },
  'orders.cancelOrder': { order_id: ownOrAll('order', sales) },
  'orders.updateStatus': { order_id: ownOrAll('order', sales, { others: '409 ORDERS_STEP_NOT_ALLOWED' }) },
  'orders.getInvoice': {
    order_id: ownOrAll('order', orderReaders, {
      own: '404 ORDERS_NO_INVOICE',
      others: '404 ORDERS_NO_INVOICE',
    }),
  },
  'orders.getDocument': { order_id: paperOfIt, document_id: paperOfIt },
  'orders.issueInvoice': { order_id: ownOrAll('order', sales, { others: '409 ORDERS_NOT_INVOICEABLE' }) },
  'orders.setInvoiceSettings': { vat_id: { exempt: 'a number of the tax office, not the id of a thing' } },
  'orders.printOrders': {
    order_ids: ordersPrinted,
    'order_ids[]': ordersPrinted,
  },
  'orders.createShipment': {
    order_id: ownOrAll('sale', sales, {
      own: '400 ORDERS_LINE_TWICE',
      others: '400 ORDERS_LINE_TWICE',
    }),
    'lines[].item_id': lineOfIt,
  },
  'orders.updateShipment': { order_id: shipmentOfIt, shipment_id: shipmentOfIt },
  'orders.stepShipment': { order_id: shipmentOfIt, shipment_id: shipmentOfIt },
  'orders.listSales': { items: own('sale') },
  'orders.getSale': { order_id: own('sale') },
  'orders.requestReturn': {
    order_id: ownOrAll('order', sales, { own: linesOfOthers, others: linesOfOthers }),
    'lines[].line_id': ofTheOrder,
  },
  'orders.listOrderReturns': {
    order_id: ownOrAll('order', orderReaders),
  },
  'orders.listReturns': { items: ownOrAll('return', orderReaders) },
  'orders.getReturn': { return_id: ownOrAll('return', orderReaders) },
  'orders.cancelReturn': { return_id: own('return') },
  'orders.approveReturn': {
    return_id: ownOrAll('return', sales, { others: '409 ORDERS_NO_RETURN_ADDRESS' }),
  },
  'orders.rejectReturn': { return_id: ownOrAll('return', sales) },
  'orders.receiveReturn': { return_id: ownOrAll('return', sales, notThereYet) },
  'orders.inspectReturn': {
    return_id: ownOrAll('return', sales, notThereYet),
    'lines[].line_id': ofTheOrder,
  },
  'orders.closeReturn': { return_id: ownOrAll('return', sales, notThereYet) },
  'orders.listNotes': { order_id: ownOrAll('order', orderReaders) },
  'orders.addNote': { order_id: ownOrAll('order', sales) },

  'payments.refundOrder': {
    order_id: ownOrAll('order', sales, { others: '409 PAYMENTS_NOTHING_TO_REFUND' }),
    'lines[].line_id': ofTheOrder,
    return_id: ofTheOrder,
  },
  'payments.recordCash': {
    order_id: ownOrAll('order', sales, { others: '409 PAYMENTS_NO_CASH_DUE' }),
  },
  'payments.listPayments': { order_id: ownOrAll('order', sales, { missing: 'done' }) },
  'payments.listLedger': { items: same },
  'payments.listFindings': { items: same },
  'payments.settleFinding': { finding_id: nobodysOwn },
  'payments.receiveWebhook': { provider: word },
  // Whoever knows the random id may pay: it stands for the page of a bank.
  'payments.confirmStripePayment': { payment_id: paidElsewhere },
  'payments.verifyRazorpayPayment': {
    razorpay_order_id: paidElsewhere,
    razorpay_payment_id: paidElsewhere,
  },
  'payments.listProviders': { items: same },
  'payments.setProviderKeys': { provider: word, 'keys.key_id': typed, 'keys.account_id': typed },
  'payments.removeProviderKeys': { provider: word },
  'payments.updateProvider': { provider: word },
  'payments.getSandboxPayment': { payment_id: open('payment') },
  'payments.approveSandboxPayment': { payment_id: open('payment') },
  'payments.declineSandboxPayment': { payment_id: open('payment') },

  'shipping.listMethods': { items: same },
  'shipping.updateMethod': { method_id: open('shipping method') },
  'shipping.deleteMethod': { method_id: open('shipping method') },
}
