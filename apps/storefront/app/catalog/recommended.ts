import { ClientError } from '@rampart/client/client-error.ts'
import type { PublicClient } from '@rampart/client/public-client.ts'

export type RecommendedBlock = Awaited<
  ReturnType<PublicClient['recommendations']['getRecommendations']>
>['blocks'][number]

/** What is shown below a product, without what is in the cart already. */
export function recommendedBeside(
  { recommendations }: PublicClient,
  productId: string,
  exclude: string[],
  limit: number,
): Promise<RecommendedBlock[]> {
  return blocksOf(recommendations.getProductRecommendations({ product_id: productId, exclude, limit }))
}

/** Has the shop remember that a customer looked at a product; of guests it keeps nothing. */
export async function rememberView({ recommendations }: PublicClient, productId: string): Promise<void> {
  try {
    await recommendations.rememberView({ product_id: productId })
  } catch (error) {
    if (!(error instanceof ClientError)) throw error
  }
}

/** What goes with a cart; nothing for an empty one. */
export function recommendedForCart(
  { recommendations }: PublicClient,
  productIds: readonly string[],
  limit: number,
): Promise<RecommendedBlock[]> {
  if (productIds.length === 0) return Promise.resolve([])
  const product_id = [...new Set(productIds)].slice(0, 50)
  return blocksOf(recommendations.getRecommendations({ place: 'cart', product_id, limit }))
}

/** What is shown to this shopper on the home page, who looked at these last. What is only new is left out: the page shows that anyway. */
export async function recommendedAtHome(
  { recommendations }: PublicClient,
  looked: readonly string[],
  exclude: string[],
  limit: number,
): Promise<RecommendedBlock[]> {
  const product_id = looked.slice(0, 50)
  const input = { place: 'home', product_id, exclude, limit } as const
  const blocks = await blocksOf(recommendations.getRecommendations(input))
  return blocks.filter(({ items }) => items.some(({ reason }) => reason.type !== 'new'))
}

// A page is whole without them: whoever came to buy is not sent away because these cannot be had at the moment.
async function blocksOf(call: Promise<{ blocks: RecommendedBlock[] }>): Promise<RecommendedBlock[]> {
  try {
    return (await call).blocks
  } catch (error) {
    if (error instanceof ClientError) return []
    throw error
  }
}
