import type { Cart } from '@rampart/contracts/cart.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CartDeps } from '../deps.ts'
import { findCart } from '../store/items.ts'

/** What lies in a customer's cart, as it was put in. */
export const exportPersonalData =
  (deps: CartDeps): Handler<Cart, 'exportPersonalData'> =>
  async ({ account_id }) => {
    const cart = await findCart(deps.db, { customer_id: account_id, guest_token_hash: null })
    const lines = cart?.items ?? []
    const data = lines.map(({ seen, quantity, unit_price_minor, seen_currency }) => ({
      product: seen.product_name,
      sku: seen.sku,
      options: seen.options,
      quantity,
      unit_price: moneyOut(unit_price_minor, seen_currency ?? deps.settings.shop_currency),
    }))
    const codes = cart?.codes.map((code) => (code.kind === 'coupon' ? code : { kind: code.kind })) ?? []
    return { sections: [{ name: 'cart', data: [...data, ...codes] }] }
  }
