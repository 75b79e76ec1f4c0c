import type { Payments } from '@rampart/contracts/payments.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PaymentsDeps } from './deps.ts'
import type { PaymentProvider } from './provider.ts'
import { recordState } from './record-state.ts'
import { paymentByReference } from './store/payment-row.ts'
import { noteWebhook } from './store/provider-row.ts'
import { takeNews } from './store/settle-payment.ts'
import { takeDispute } from './take-dispute.ts'

/** Takes in a provider's news: signature, then our own payment, then its effect, once for each piece of news. */
export const receiveWebhook =
  (
    deps: PaymentsDeps,
    providers: ReadonlyMap<string, PaymentProvider>,
  ): Handler<Payments, 'receiveWebhook'> =>
  async (input, context) => {
    const provider = providers.get(input.provider)
    if (provider === undefined) throw context.fail('NOT_FOUND')
    const news = await provider.readWebhook(input, context.now())
    if (news === null) throw context.fail('PAYMENTS_BAD_SIGNATURE')
    await noteWebhook(deps.db, provider.code, context.now())
    if (news === 'ignored') return { received: true }
    const payment = await paymentByReference(deps.db, provider.code, news.reference)
    // Well signed, but not about a payment of ours: taken in, so that the provider stops sending it.
    if (payment === null) return { received: true }
    if (news.dispute !== undefined) {
      await takeDispute(deps, context, payment, { ...news, dispute: news.dispute })
      return { received: true }
    }
    const state = news.state ?? (await provider.fetch(context, news.reference))
    await deps.db.tx(async (tx) => {
      if (await takeNews(tx, provider.code, news.event_id))
        await recordState(deps, tx, context, payment, state)
    })
    return { received: true }
  }
