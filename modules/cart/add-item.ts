import type { Cart } from '@rampart/contracts/cart.ts'
import type { ErrorCodeOf, ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { auditEdit } from './audit-edit.ts'
import { currencyOf, readChoice } from './currency.ts'
import type { CartDeps } from './deps.ts'
import { MAX_LINES, MAX_PIECES } from './domain/line.ts'
import { type Facts, loadFacts } from './load-facts.ts'
import { type Owner, ownerOf } from './owner.ts'
import { showCart } from './show-cart.ts'
import { openCart } from './store/carts.ts'
import { addToItem, findCart, isFull, type NewItem } from './store/items.ts'

type Context = HandlerContext<ErrorCodeOf<Cart, 'addItem'>>

/** Puts an article into the asker's cart. A guest has been handed a token by the edge before. */
export const addItem =
  (deps: CartDeps): Handler<Cart, 'addItem'> =>
  async (input, context) => {
    const owner = ownerOf(context.principal)
    if (owner === null) throw context.fail('UNAUTHENTICATED')
    const choice = readChoice(deps, input.currency)
    if (choice === null) throw context.fail('CART_CURRENCY_UNKNOWN')
    const variantId = await chosenVariant(deps, context, input)
    const cart = await findCart(deps.db, owner)
    const present = cart?.items.map((item) => item.variant_id) ?? []
    const currency = choice ?? currencyOf(deps, cart?.currency)
    const facts = await loadFacts(deps, context, [variantId, ...present], currency)
    await putIn(deps, context, owner, newItem(context, facts, variantId, input.quantity), facts, choice)
    return await showCart(deps, context, owner, facts)
  }

async function chosenVariant(
  deps: CartDeps,
  context: Context,
  input: ParsedInputOf<Cart, 'addItem'>,
): Promise<string> {
  if (input.variant_id !== undefined) return input.variant_id.toLowerCase()
  const { variants, several } = await deps.clients.catalog.getDefaultVariants(context, {
    product_ids: input.product_id === undefined ? [] : [input.product_id],
  })
  const [variant] = variants
  if (variant !== undefined) return variant.variant_id
  throw context.fail(
    several === undefined || several.length > 0 ? 'CART_VARIANT_NEEDED' : 'CART_VARIANT_UNKNOWN',
  )
}

function newItem(context: Context, facts: Facts, variantId: string, quantity: number): NewItem {
  const variant = facts.variants.get(variantId)
  if (variant?.unpriced === true) throw context.fail('CART_NOT_IN_CURRENCY')
  if (variant?.sellable !== true) throw context.fail('CART_VARIANT_UNKNOWN')
  const { product_id, product_slug, product_name, sku, options } = variant
  return {
    id: newId(),
    variant_id: variantId,
    quantity,
    unit_price_minor: variant.price_minor,
    seen_currency: facts.currency,
    seen: { product_id, product_slug, product_name, sku, options },
  }
}

async function putIn(
  deps: CartDeps,
  context: Context,
  owner: Owner,
  item: NewItem,
  facts: Facts,
  currency: string | undefined,
): Promise<void> {
  const now = context.now()
  const most = Math.min(facts.available.get(item.variant_id) ?? 0, MAX_PIECES)
  await deps.db.tx(async (tx) => {
    const { id: cartId } = await openCart(tx, newId(), owner, now, currency ?? null)
    if (!(await addToItem(tx, cartId, item, { most, maxLines: MAX_LINES }, now))) {
      const full = await isFull(tx, cartId, item.variant_id, MAX_LINES)
      throw context.fail(full ? 'CART_FULL' : 'CART_OUT_OF_STOCK')
    }
    const { variant_id, quantity } = item
    await auditEdit(deps, tx, context, {
      action: 'cart.item-added',
      cart_id: cartId,
      after: { variant_id, quantity },
    })
  })
}
