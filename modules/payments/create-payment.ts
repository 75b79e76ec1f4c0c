import type { Payments } from '@rampart/contracts/payments.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { PaymentsDeps } from './deps.ts'
import { paymentView } from './payment-view.ts'
import type { PaymentProvider } from './provider.ts'
import { providerOf } from './providers.ts'
import { insertPayment, paymentOfOrder } from './store/payment-row.ts'

/**
 * Opens a payment for an order. One that was opened at the provider but never written down (a crash in between, a
 * rival call) is not known to anybody and can not be paid.
 */
export const createPayment =
  (deps: PaymentsDeps, providers: ReadonlyMap<string, PaymentProvider>): Handler<Payments, 'createPayment'> =>
  async (input, context) => {
    const known = await paymentOfOrder(deps.db, input.order_id)
    if (known !== null) return paymentView(known)
    const { order_id, amount_minor, currency, return_url } = input
    const id = newId()
    const provider = providerOf(providers, input.provider)
    const isFree = provider.code === 'nothing_to_pay'
    if (isFree !== (amount_minor === 0) || !(isFree || (await provider.offered())))
      throw context.fail('PAYMENTS_METHOD_NOT_OFFERED')
    const opened = await provider.open(context, {
      payment_id: id,
      order_id,
      amount_minor,
      currency,
      return_url,
    })
    if (opened === null) throw context.fail('PAYMENTS_METHOD_NOT_OFFERED')
    const written = await insertPayment(deps.db, {
      id,
      order_id,
      provider: provider.code,
      provider_reference: opened.reference,
      amount_minor,
      currency,
      next_action: opened.next_action,
    })
    const row = written ?? (await paymentOfOrder(deps.db, order_id))
    if (row === null) throw new Error('A payment of this order was there and is gone.')
    return paymentView(row)
  }
