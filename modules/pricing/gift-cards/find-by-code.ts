import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import { networkOf } from '@rampart/platform/limits/network.ts'
import type { PricingDeps } from '../deps.ts'
import { giftCardTries } from '../domain/gift-cards/try-policy.ts'
import { findCardByCode, type GiftCardRow } from '../store/gift-cards.ts'
import { findWait, giveBackTry, takeTry } from '../store/tries.ts'

type Context = HandlerContext<'PRICING_GIFT_CARD_UNKNOWN' | 'PRICING_TOO_MANY_TRIES'>

/**
 * The card behind a typed code. Each try is counted for the caller's network before it is judged, and given back when it was right.
 * @throws PRICING_GIFT_CARD_UNKNOWN, or PRICING_TOO_MANY_TRIES while a wait runs
 */
export async function findByCode(deps: PricingDeps, context: Context, code: string): Promise<GiftCardRow> {
  const now = context.now()
  const key = context.ip === null ? null : deps.secrets.tries(networkOf(context.ip))
  if (key !== null && !(await takeTry(deps.db, key, giftCardTries, now))) {
    const retryAfterSeconds = Math.max(1, await findWait(deps.db, key, now))
    throw context.fail('PRICING_TOO_MANY_TRIES', { retryAfterSeconds })
  }
  const card = await findCardByCode(deps.db, deps.secrets.giftCard(code))
  if (card === null) throw context.fail('PRICING_GIFT_CARD_UNKNOWN')
  if (key !== null) await giveBackTry(deps.db, key, now)
  return card
}
