import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from '../deps.ts'
import { isIban } from '../domain/document.ts'
import { countDueOrders, findSeller, replaceSeller } from '../store/documents.ts'

/** Who sells, as it stands on papers, and how many orders wait for it to be said. */
export const getInvoiceSettings =
  (deps: OrdersDeps): Handler<Orders, 'getInvoiceSettings'> =>
  async () => {
    const [seller, waiting] = await Promise.all([findSeller(deps.db), countDueOrders(deps.db)])
    return { seller, waiting }
  }

/** Says who sells. What has been issued stays as it is. */
export const setInvoiceSettings =
  (deps: OrdersDeps): Handler<Orders, 'setInvoiceSettings'> =>
  async (seller, context) => {
    if (seller.iban !== '' && !isIban(seller.iban)) throw context.fail('ORDERS_BAD_IBAN')
    await deps.db.tx(async (tx) => {
      const before = await replaceSeller(tx, seller)
      await deps.audit.record(tx, context, {
        action: 'orders.invoice_settings_changed',
        subject_type: 'invoice_settings',
        subject_id: 'seller',
        before,
        after: seller,
      })
    })
    return { seller, waiting: await countDueOrders(deps.db) }
  }
