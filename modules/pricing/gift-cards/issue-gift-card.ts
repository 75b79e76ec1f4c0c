import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { randomCode } from '../codes/random-code.ts'
import type { PricingDeps } from '../deps.ts'
import { actorOf } from '../actor-of.ts'
import { inGroups } from '../domain/gift-cards/code.ts'
import { insertEntry } from '../store/gift-card-entries.ts'
import { insertGiftCard } from '../store/gift-cards.ts'
import { cardView } from './card-view.ts'
import { readAmount } from './read-amount.ts'

const SIGNS = 16
const DAY_MS = 86_400_000

/** Issues a card. Its code leaves here once; what stays is a keyed hash, and the last four signs to tell it from others. */
export const issueGiftCard =
  (deps: PricingDeps): Handler<Pricing, 'issueGiftCard'> =>
  async ({ amount, expires_at, note }, context) => {
    const now = context.now()
    const { amount_minor, currency } = readAmount(amount, deps.settings.shop_currencies, context)
    if (expires_at !== null && Date.parse(expires_at) < now.getTime() + DAY_MS)
      throw context.fail('PRICING_EXPIRES_TOO_SOON')
    const code = randomCode(SIGNS)
    const id = newId()
    const card = {
      ...{ id, currency, expires_at, note, hint: code.slice(-4) },
      ...{ issued_minor: amount_minor, balance_minor: amount_minor },
      ...{ disabled_at: null, created_at: now.toISOString() },
    }
    await deps.db.tx(async (tx) => {
      await insertGiftCard(tx, card, deps.secrets.giftCard(code))
      const entry = { gift_card_id: id, kind: 'issued' as const, reference: id, actor_id: actorOf(context) }
      await insertEntry(tx, { ...entry, amount_minor, balance_after_minor: amount_minor }, now)
      await deps.audit.record(tx, context, {
        action: 'pricing.gift-card-issued',
        subject_type: 'gift_card',
        subject_id: id,
        after: cardView(card, now),
      })
    })
    return { ...cardView(card, now), code: inGroups(code) }
  }
