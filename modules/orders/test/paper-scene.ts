import type { Orders } from '@rampart/contracts/orders.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { HarnessOptions } from '@rampart/platform/testing/module-harness.ts'
import { pdfText } from '@rampart/platform/testing/pdf-text.ts'
import { openOrders, type Order, staff } from './scene.ts'

type Pdf = OutputOf<Orders, 'getInvoice'>

export const seller = {
  name: 'Fern & Clay GmbH',
  street: 'Hafenweg 3',
  postal_code: '20457',
  city: 'Hamburg',
  country: 'DE',
  vat_id: 'DE123456789',
  bank_name: 'Hafenbank',
  iban: 'DE89 3704 0044 0532 0130 00',
  bic: 'COBADEFFXXX',
}

/** The orders module with what is done about papers, and the events that lead to them. */
export async function openPapers(options: HarnessOptions = {}) {
  const shop = await openOrders(options)
  return {
    ...shop,
    sellBy: (fields: object = seller, permission = 'settings:write'): Promise<unknown> =>
      shop.call('setInvoiceSettings', fields, {
        principal: { ...staff([permission]), authenticated_at: (options.clock?.() ?? new Date()).getTime() },
      }),
    /** Hands over that an order was paid, as the relay does. */
    tellPaid: (order_id: string, id = newId()): Promise<void> =>
      shop.deliver('orders.order-paid.v1', { order_id }, id),
    tellCancelled: (order_id: string): Promise<void> =>
      shop.deliver('orders.order-cancelled.v1', { order_id, reason: 'cancelled', was_paid: true }),
    tellRefunded: (
      order_id: string,
      amount_minor: number,
      refunded_minor: number,
      full = false,
    ): Promise<void> =>
      shop.deliver('payments.payment-refunded.v1', {
        ...{ payment_id: newId(), order_id, refund_id: newId() },
        ...{ amount_minor, refunded_minor, currency: 'USD', full },
      }),
    invoice: async (who: Principal, order_id: string, more: object = {}): Promise<string> =>
      pdfText(((await shop.call('getInvoice', { order_id, ...more }, { principal: who })) as Pdf).bytes),
    paper: async (who: Principal, order_id: string, document_id: string): Promise<string> =>
      pdfText(((await shop.call('getDocument', { order_id, document_id }, { principal: who })) as Pdf).bytes),
    print: async (
      who: Principal,
      paper: string,
      orders: readonly Order[],
      language = 'en',
    ): Promise<Uint8Array> => {
      const order_ids = orders.map(({ id }) => id)
      return ((await shop.call('printOrders', { paper, order_ids, language }, { principal: who })) as Pdf)
        .bytes
    },
  }
}
