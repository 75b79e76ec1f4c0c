import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PricingDeps } from '../deps.ts'
import { findUsed } from '../store/persons.ts'

/** Which coupons somebody has used, and how often. What gift cards have paid is told by orders. */
export const exportPersonalData =
  (deps: PricingDeps): Handler<Pricing, 'exportPersonalData'> =>
  async ({ email }) => ({
    sections: [{ name: 'coupons', data: await findUsed(deps.db, deps.secrets.person(email)) }],
  })
