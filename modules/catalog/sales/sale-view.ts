import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import type { SaleRow } from '../store/sales.ts'

type SaleView = RawOutputOf<Catalog, 'scheduleSale'>

/** A sale as staff see it at a moment. */
export function viewSale({ currency: _currency, prices, ...sale }: SaleRow, now: Date): SaleView {
  return {
    ...sale,
    state: stateOf(sale, now),
    prices: prices.map(({ variant_id, currency, price_minor }) => ({
      variant_id,
      price: moneyOut(price_minor, currency),
    })),
  }
}

/** Whether a sale is to come, runs, or is over. */
export function stateOf(sale: Pick<SaleRow, 'starts_at' | 'ends_at'>, now: Date): SaleView['state'] {
  if (new Date(sale.ends_at) <= now) return 'over'
  return new Date(sale.starts_at) <= now ? 'running' : 'planned'
}
