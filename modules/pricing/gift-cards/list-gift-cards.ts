import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PricingDeps } from '../deps.ts'
import { countCards, findCardPage } from '../store/gift-cards.ts'
import { cardView } from './card-view.ts'

/** Gift cards, the newest first. */
export const listGiftCards =
  (deps: PricingDeps): Handler<Pricing, 'listGiftCards'> =>
  async ({ page, page_size, status, q }, context) => {
    const now = context.now()
    const filter = { status: status ?? null, q: q === undefined || q === '' ? null : q, now }
    const [rows, total] = await Promise.all([
      findCardPage(deps.db, filter, { limit: page_size, offset: (page - 1) * page_size }),
      countCards(deps.db, filter),
    ])
    return { items: rows.map((row) => cardView(row, now)), page, page_size, total }
  }
