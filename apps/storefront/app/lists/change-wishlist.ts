import { toClientError } from '@rampart/client/client-error.ts'
import type { PublicClient } from '@rampart/client/public-client.ts'

/** What can be wrong with a change that a shopper is told in words. */
export type WishProblem = 'full' | 'choose' | 'soldOut' | 'cartFull' | 'inStock' | 'currency'

const problems: Record<string, WishProblem> = {
  CUSTOMERS_WISHLIST_FULL: 'full',
  CUSTOMERS_VARIANT_NEEDED: 'choose',
  CUSTOMERS_OUT_OF_STOCK: 'soldOut',
  CUSTOMERS_CART_FULL: 'cartFull',
  CUSTOMERS_NOT_IN_CURRENCY: 'currency',
  CUSTOMERS_IN_STOCK: 'inStock',
}

type Change = { problem?: WishProblem; url?: string }

/** Changes a customer's list by the form of a page. What had happened already is no problem. */
export async function changeWishlist(
  { customers }: Pick<PublicClient, 'customers'>,
  intent: string,
  form: FormData,
): Promise<Change> {
  const product_id = String(form.get('product_id') ?? '')
  const variant = form.get('variant_id')
  try {
    if (intent === 'add') await customers.addToWishlist({ product_id })
    if (intent === 'remove') await customers.removeFromWishlist({ product_id })
    if (intent === 'move') await customers.moveWishToCart({ product_id })
    if (intent === 'notice')
      await customers.wantNotice({ product_id, ...(variant ? { variant_id: String(variant) } : {}) })
    if (intent === 'unnotice') await customers.withdrawNotice({ product_id })
    if (intent === 'rename') await customers.renameWishlist({ name: String(form.get('name') ?? '') })
    if (intent === 'share') return { url: (await customers.shareWishlist({})).url }
    if (intent === 'unshare') await customers.unshareWishlist({})
  } catch (error) {
    const { code, status } = toClientError(error)
    const problem = problems[code]
    if (problem) return { problem }
    if (status !== 404) throw error
  }
  return {}
}
