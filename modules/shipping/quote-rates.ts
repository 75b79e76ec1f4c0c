import type { Shipping } from '@rampart/contracts/shipping.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { ShippingDeps } from './deps.ts'
import { rateFor } from './domain/rate.ts'
import { findMethodsTo } from './store/methods.ts'

/** What each method costs, cheapest first; equal ones in the merchant's order. */
export const quoteRates =
  (deps: ShippingDeps): Handler<Shipping, 'quoteRates'> =>
  async ({ country, subtotal_minor, currency }) => {
    const methods = await findMethodsTo(deps.db, country, currency)
    const rates = methods.map((method) => ({
      code: method.code,
      name: method.name,
      description: method.description,
      price_minor: rateFor(method, subtotal_minor),
      min_days: method.min_days,
      max_days: method.max_days,
    }))
    return { rates: rates.sort((left, right) => left.price_minor - right.price_minor) }
  }
