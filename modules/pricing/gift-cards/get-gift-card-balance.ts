import type { Pricing } from '@rampart/contracts/pricing.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PricingDeps } from '../deps.ts'
import { cardStatus } from '../store/gift-cards.ts'
import { findByCode } from './find-by-code.ts'

/** What is on a card, for whoever has its code. */
export const getGiftCardBalance =
  (deps: PricingDeps): Handler<Pricing, 'getGiftCardBalance'> =>
  async ({ code }, context) => {
    const card = await findByCode(deps, context, code)
    const { hint, currency, balance_minor, expires_at } = card
    const status = cardStatus(card, context.now())
    return { hint, currency, balance: moneyOut(balance_minor, currency), expires_at, status }
  }
