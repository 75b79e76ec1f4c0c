import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { actorOf } from '../actor-of.ts'
import type { PricingDeps } from '../deps.ts'
import { changeBalance, findEntries, insertEntry } from '../store/gift-card-entries.ts'
import { findCard, lockCard } from '../store/gift-cards.ts'
import { cardWithEntries } from './card-view.ts'
import { readAmount } from './read-amount.ts'

/** Books a correction, with its reason and who made it. */
export const correctGiftCard =
  (deps: PricingDeps): Handler<Pricing, 'correctGiftCard'> =>
  async ({ gift_card_id, direction, amount, reason }, context) => {
    const now = context.now()
    const card = await findCard(deps.db, gift_card_id)
    if (card === null) throw context.fail('NOT_FOUND')
    const { amount_minor: size } = readAmount(amount, [card.currency], context)
    const amount_minor = direction === 'add' ? size : -size
    return await deps.db.tx(async (tx) => {
      const changed = await changeBalance(tx, gift_card_id, amount_minor)
      if (changed === null) throw context.fail('PRICING_GIFT_CARD_SHORT')
      const balance_after_minor = changed.balance_minor
      const entry = { gift_card_id, kind: 'corrected' as const, reference: newId(), reason }
      const booked = { ...entry, actor_id: actorOf(context), amount_minor, balance_after_minor }
      await insertEntry(tx, booked, now)
      await deps.audit.record(tx, context, {
        action: 'pricing.gift-card-corrected',
        subject_type: 'gift_card',
        subject_id: gift_card_id,
        after: { hint: card.hint, amount_minor, balance_after_minor, currency: card.currency, reason },
      })
      const after = await lockCard(tx, gift_card_id)
      return cardWithEntries(after ?? card, await findEntries(tx, gift_card_id), now)
    })
  }
