import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import { AppError } from '@rampart/platform/errors/app-error.ts'
import type { CheckoutDeps } from './deps.ts'
import { sumByVariant } from './domain/pricing.ts'

/** Pieces of one variant, as in every contract. */
const MAX_QUANTITY = 9_999

type WantedItem = { variant_id?: string | undefined; product_id?: string | undefined; quantity: number }

export type Wanted = {
  items?: readonly WantedItem[] | undefined
  cart_id?: string | undefined
  currency?: string | undefined
  coupon?: string | undefined
  gift_card?: string | undefined
}

export type WantedLines = {
  readonly cart_id: string | null
  /** What all of it is priced in. */
  readonly currency: string
  readonly lines: readonly { readonly variant_id: string; readonly quantity: number }[]
  readonly coupons: readonly string[]
  readonly gift_card_ids: readonly string[]
}

type Fails = HandlerContext<
  | 'CHECKOUT_VARIANT_NEEDED'
  | 'CHECKOUT_EMPTY'
  | 'CHECKOUT_CURRENCY_UNKNOWN'
  | 'CHECKOUT_CURRENCY_CHANGED'
  | 'CHECKOUT_GIFT_CARD_SPENT'
  | 'CHECKOUT_TOO_MANY_TRIES'
>

/** What the buyer wants: the items that were named, or the caller's own cart. One line a variant. */
export async function wantedLines(deps: CheckoutDeps, context: Fails, wanted: Wanted): Promise<WantedLines> {
  const { shop_currency, shop_currencies } = deps.settings
  if (wanted.currency !== undefined && !shop_currencies.includes(wanted.currency))
    throw context.fail('CHECKOUT_CURRENCY_UNKNOWN')
  const found =
    wanted.items === undefined
      ? await fromCart(deps, context, wanted.cart_id)
      : await fromItems(deps, context, wanted.items, wanted.currency ?? shop_currency)
  if (found.currency !== (wanted.currency ?? found.currency)) throw context.fail('CHECKOUT_CURRENCY_CHANGED')
  if (found.lines.length === 0) throw context.fail('CHECKOUT_EMPTY')
  const codes = await namedCodes(deps, context, wanted, found)
  const lines = sumByVariant(found.lines)
  if (lines.some((line) => line.quantity > MAX_QUANTITY)) {
    throw context.fail('VALIDATION_FAILED', {
      errors: [{ path: 'items', message: 'At most 9,999 pieces of one article can be ordered at once.' }],
    })
  }
  return { ...found, ...codes, lines }
}

/** Codes of the cart and those that the request names. */
async function namedCodes(
  deps: CheckoutDeps,
  context: Fails,
  { coupon, gift_card: code }: Wanted,
  { coupons, gift_card_ids, currency }: WantedLines,
): Promise<{ coupons: string[]; gift_card_ids: string[] }> {
  const card = code === undefined ? null : await openGiftCard(deps, context, code, currency)
  return {
    coupons: coupon === undefined ? [...coupons] : [...coupons, coupon],
    gift_card_ids: [...new Set(card === null ? gift_card_ids : [...gift_card_ids, card])],
  }
}

async function openGiftCard(
  deps: CheckoutDeps,
  context: Fails,
  code: string,
  currency: string,
): Promise<string> {
  try {
    return (await deps.clients.pricing.openGiftCard(context, { code, currency })).gift_card_id
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith('PRICING_')) throw error
    throw context.fail(
      error.code === 'PRICING_TOO_MANY_TRIES' ? 'CHECKOUT_TOO_MANY_TRIES' : 'CHECKOUT_GIFT_CARD_SPENT',
    )
  }
}

async function fromCart(
  deps: CheckoutDeps,
  context: Fails,
  cartId: string | undefined,
): Promise<WantedLines> {
  return deps.clients.cart.getCartForCheckout(context, cartId === undefined ? {} : { cart_id: cartId })
}

async function fromItems(
  deps: CheckoutDeps,
  context: Fails,
  items: readonly WantedItem[],
  currency: string,
): Promise<WantedLines> {
  const productIds = items.flatMap((item) => (item.product_id === undefined ? [] : [item.product_id]))
  const { variants } =
    productIds.length === 0
      ? { variants: [] }
      : await deps.clients.catalog.getDefaultVariants(context, { product_ids: productIds })
  const variantOf = new Map(variants.map((variant) => [variant.product_id, variant.variant_id]))
  const lines = items.map((item) => {
    const variantId = item.variant_id ?? variantOf.get(item.product_id ?? '')
    if (variantId === undefined) throw context.fail('CHECKOUT_VARIANT_NEEDED')
    return { variant_id: variantId, quantity: item.quantity }
  })
  return { cart_id: null, currency, lines, coupons: [], gift_card_ids: [] }
}
