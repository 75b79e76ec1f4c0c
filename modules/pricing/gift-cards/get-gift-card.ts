import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PricingDeps } from '../deps.ts'
import { findEntries } from '../store/gift-card-entries.ts'
import { findCard } from '../store/gift-cards.ts'
import { cardWithEntries } from './card-view.ts'

/** A gift card with its ledger. */
export const getGiftCard =
  (deps: PricingDeps): Handler<Pricing, 'getGiftCard'> =>
  async ({ gift_card_id }, context) => {
    const row = await findCard(deps.db, gift_card_id)
    if (row === null) throw context.fail('NOT_FOUND')
    return cardWithEntries(row, await findEntries(deps.db, gift_card_id), context.now())
  }
