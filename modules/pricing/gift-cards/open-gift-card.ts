import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PricingDeps } from '../deps.ts'
import { cardStatus } from '../store/gift-cards.ts'
import { findByCode } from './find-by-code.ts'

/** The card behind a code, for a cart that keeps its id and never the code. */
export const openGiftCard =
  (deps: PricingDeps): Handler<Pricing, 'openGiftCard'> =>
  async ({ code, currency }, context) => {
    const card = await findByCode(deps, context, code)
    const status = cardStatus(card, context.now())
    // Somebody has taken it out of use: to a shopper there is none.
    if (status === 'disabled') throw context.fail('PRICING_GIFT_CARD_UNKNOWN')
    if (status !== 'active') throw context.fail('PRICING_GIFT_CARD_SPENT')
    if (card.currency !== currency) throw context.fail('PRICING_GIFT_CARD_CURRENCY')
    const { id, hint, balance_minor, expires_at } = card
    return { gift_card_id: id, hint, currency, balance_minor, expires_at }
  }
