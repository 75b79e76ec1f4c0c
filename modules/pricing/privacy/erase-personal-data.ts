import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PricingDeps } from '../deps.ts'
import { forgetPerson } from '../store/persons.ts'

/** Forgets who used coupons. How often each was used in all stays: it names nobody. */
export const erasePersonalData =
  (deps: PricingDeps): Handler<Pricing, 'erasePersonalData'> =>
  async ({ account_id, email, before }, context) => {
    await deps.db.tx(async (tx) => {
      if (!(await forgetPerson(tx, deps.secrets.person(email), before))) return
      await deps.audit.record(tx, context, {
        action: 'pricing.buyer-erased',
        subject_type: 'account',
        subject_id: account_id,
      })
    })
    return null
  }
