import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from '../deps.ts'
import { pageOfPastBaskets } from '../store/past-lines.ts'

/** What another shop sold, one page. The cursor is the last invoice, with its source. */
export const listPastBaskets =
  (deps: OrdersDeps): Handler<Orders, 'listPastBaskets'> =>
  async ({ after, limit }) => {
    const baskets = await pageOfPastBaskets(deps.db, after === null ? null : readCursor(after), limit)
    const last = baskets.at(-1)
    return {
      orders: baskets.map((basket) => ({
        id: cursorOf(basket),
        buyer: basket.customer === null ? null : JSON.stringify([basket.source, basket.customer]),
        bought_at: basket.bought_at,
        skus: basket.skus,
      })),
      next: last === undefined || baskets.length < limit ? null : cursorOf(last),
    }
  }

function cursorOf({ source, invoice }: { source: string; invoice: string }): string {
  return JSON.stringify([source, invoice])
}

// Written by `cursorOf`: the caller is a module that hands back what it was given.
function readCursor(text: string): { source: string; invoice: string } {
  const [source = '', invoice = ''] = JSON.parse(text) as string[]
  return { source, invoice }
}
