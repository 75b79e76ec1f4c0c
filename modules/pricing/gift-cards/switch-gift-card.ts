import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PricingDeps } from '../deps.ts'
import { findEntries } from '../store/gift-card-entries.ts'
import { switchCard } from '../store/gift-cards.ts'
import { cardWithEntries } from './card-view.ts'

/** Disables a card, or enables it again. What is on it stays. */
export const switchGiftCard =
  (deps: PricingDeps): Handler<Pricing, 'switchGiftCard'> =>
  async ({ gift_card_id, active, reason }, context) => {
    const now = context.now()
    return await deps.db.tx(async (tx) => {
      const row = await switchCard(tx, gift_card_id, active ? null : now)
      if (row === null) throw context.fail('NOT_FOUND')
      await deps.audit.record(tx, context, {
        action: active ? 'pricing.gift-card-enabled' : 'pricing.gift-card-disabled',
        subject_type: 'gift_card',
        subject_id: gift_card_id,
        after: { hint: row.hint, reason },
      })
      return cardWithEntries(row, await findEntries(tx, gift_card_id), now)
    })
  }
