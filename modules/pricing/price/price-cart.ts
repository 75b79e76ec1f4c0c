import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PricingDeps } from '../deps.ts'
import { findCoupons } from '../store/coupons.ts'
import { findCards } from '../store/gift-cards.ts'
import type { Facts } from './facts.ts'
import { payWithCards } from './pay-with-cards.ts'
import { enteredCodes, priceFacts } from './price-facts.ts'

/** What a cart costs now. Nothing is asked of the database that the cart does not name: no code, no card, no statement. */
export const priceCart =
  (deps: PricingDeps): Handler<Pricing, 'priceCart'> =>
  async ({ gift_card_ids, ...given }, context) => {
    const facts = { ...given, moment: context.now() }
    const [{ silent: _silent, ...cart }, cards] = await Promise.all([
      priceNow(deps, facts),
      gift_card_ids.length === 0 ? [] : findCards(deps.db, gift_card_ids),
    ])
    const due = {
      total_minor: cart.totals.total_minor,
      currency: cart.currency,
      moment: facts.moment,
    }
    return { ...cart, ...payWithCards(due, gift_card_ids, cards) }
  }

/** Prices by the rules in force, with the coupons as they stand. */
export async function priceNow(deps: PricingDeps, facts: Facts) {
  const codes = enteredCodes(facts.coupons)
  const person = facts.email === null ? null : deps.secrets.person(facts.email)
  const [rules, coupons] = await Promise.all([
    deps.rules(facts.moment),
    codes.length === 0 ? [] : findCoupons(deps.db, codes, person),
  ])
  return priceFacts(facts, coupons, rules)
}
