import { z } from 'zod'
import type { PaymentProvider } from '../provider.ts'
import { Intent, stateOf } from './intent.ts'
import { refusalOf, type StripeApi, unexpected } from './stripe-api.ts'

const Intents = z.object({ data: z.array(Intent), has_more: z.boolean() })

/** Lists intents, newest first. Source: https://docs.stripe.com/api/payment_intents/list */
export const listIntents = (api: StripeApi): PaymentProvider['list'] =>
  async function* (context, since, until) {
    const period = { 'created[gte]': seconds(since), 'created[lt]': seconds(until), limit: '100' }
    for (let after: string | undefined; ;) {
      const query = after === undefined ? period : { ...period, starting_after: after }
      const answer = await api.get(context, '/v1/payment_intents', query)
      const refusal = refusalOf(answer)
      if (refusal !== null) throw unexpected(refusal)
      const page = Intents.parse(answer.body)
      for (const intent of page.data) yield { reference: intent.id, state: stateOf(intent) }
      after = page.data.at(-1)?.id
      if (!page.has_more || after === undefined) return
    }
  }

function seconds(at: Date): string {
  return String(Math.floor(at.getTime() / 1000))
}
