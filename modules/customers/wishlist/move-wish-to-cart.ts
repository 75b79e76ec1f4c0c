import type { ErrorCodeOf, ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { AppError } from '@rampart/platform/errors/app-error.ts'
import type { Customers } from '@rampart/contracts/customers.ts'
import type { CustomersDeps } from '../deps.ts'
import { ownerOf } from '../owner-of.ts'
import { deleteWish, findWish } from '../store/wishes.ts'
import { auditWish } from './audit-wish.ts'

type Input = ParsedInputOf<Customers, 'moveWishToCart'>
type Context = HandlerContext<ErrorCodeOf<Customers, 'moveWishToCart'>>

/**
 * Puts a product of the list into the cart, and only then takes it off: should the second step fail, it stands in both,
 * and nothing is lost.
 */
export const moveWishToCart =
  (deps: CustomersDeps): Handler<Customers, 'moveWishToCart'> =>
  async (input, context) => {
    const owner = ownerOf(context)
    const { product_id, quantity } = input
    if ((await findWish(deps.db, owner, product_id)) === null) throw context.fail('NOT_FOUND')
    const variant_id = await chosenVariant(deps, context, input)
    const cart = await addToCart(deps, context, { variant_id, quantity })
    await deps.db.tx(async (tx) => {
      if (!(await deleteWish(tx, owner, product_id))) return
      const change = { change: 'wish_moved_to_cart', product_id, variant_id, quantity } as const
      await auditWish(deps, tx, context, owner, change)
    })
    return { variant_id, quantity, cart_count: cart.count }
  }

const refusals = {
  CART_VARIANT_UNKNOWN: 'CUSTOMERS_VARIANT_UNKNOWN',
  CART_VARIANT_NEEDED: 'CUSTOMERS_VARIANT_NEEDED',
  CART_NOT_IN_CURRENCY: 'CUSTOMERS_NOT_IN_CURRENCY',
  CART_OUT_OF_STOCK: 'CUSTOMERS_OUT_OF_STOCK',
  CART_FULL: 'CUSTOMERS_CART_FULL',
} as const

async function addToCart(
  deps: CustomersDeps,
  context: Context,
  item: { readonly variant_id: string; readonly quantity: number },
): Promise<{ readonly count: number }> {
  try {
    return await deps.clients.cart.addItem(context, item)
  } catch (error) {
    if (!(error instanceof AppError) || !(error.code in refusals)) throw error
    throw context.fail(refusals[error.code as keyof typeof refusals])
  }
}

// A variant of another product would go into the cart, and the wrong wish off the list.
async function chosenVariant(deps: CustomersDeps, context: Context, input: Input): Promise<string> {
  const { product_id, variant_id } = input
  const { variants } = await deps.clients.catalog.getProduct(context, { product_id })
  if (variant_id === undefined) {
    const [only, ...others] = variants
    if (only !== undefined && others.length === 0) return only.id
    throw context.fail('CUSTOMERS_VARIANT_NEEDED')
  }
  if (!variants.some(({ id }) => id === variant_id)) throw context.fail('CUSTOMERS_VARIANT_UNKNOWN')
  return variant_id
}
