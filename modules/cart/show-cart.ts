import type { Cart } from '@rampart/contracts/cart.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import { currencyOf } from './currency.ts'
import { cartView } from './cart-view.ts'
import { isBuyable, lineOf } from './line-of.ts'
import { priceCart } from './price-cart.ts'
import type { CartDeps } from './deps.ts'
import { type Facts, loadFacts } from './load-facts.ts'
import type { Owner } from './owner.ts'
import { findCart } from './store/items.ts'

/**
 * The owner's cart as it is now. Facts that a use case asked for before it changed the cart are used again, unless
 * somebody has put in another article or chosen another currency since.
 */
export async function showCart(
  deps: CartDeps,
  context: CallContext,
  owner: Owner,
  known?: Facts,
): Promise<OutputOf<Cart, 'getCart'>> {
  const cart = await findCart(deps.db, owner)
  const items = cart?.items ?? []
  const variantIds = items.map((item) => item.variant_id)
  const currency = currencyOf(deps, cart?.currency)
  const covered = known?.currency === currency && variantIds.every((id) => known.asked.has(id))
  const facts = covered ? known : await loadFacts(deps, context, variantIds, currency)
  const lines = items.map((item) => lineOf(item, facts, deps.settings.shop_currency))
  const codes = cart?.codes ?? []
  const buyable = lines.filter(isBuyable)
  const priced =
    buyable.length + codes.length === 0 ? null : await priceCart(deps, context, buyable, facts, codes)
  return cartView(cart?.id ?? null, lines, priced, currency)
}
